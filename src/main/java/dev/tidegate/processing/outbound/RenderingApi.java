package dev.tidegate.processing.outbound;

import dev.tidegate.contract.Renderer;
import dev.tidegate.contract.Renderer.Event;
import dev.tidegate.contract.Renderer.Rendering;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/renderings}: what a message became, as a document of another's format. */
@RestController
public final class RenderingApi {
    /** Outbound mappings that every tenant starts with are named so: {@code to-ubl}. */
    private static final String STARTING = "to-";

    private final Renderer renderer;
    private final ReceivedEvents received;
    private final Clock clock;

    public RenderingApi(Renderer renderer, ReceivedEvents received, Clock clock) {
        this.renderer = renderer;
        this.received = received;
        this.clock = clock;
    }

    /**
     * What to render: a receipt, or an event; and how: {@code as} or {@code mapping}.
     *
     * @param index of the entry of the receipt; all of them where it isn't told
     * @param readBy version of the mapping that reads the bytes, such as {@code x12@3}; the
     *     source's present one where it isn't told
     * @param event {@code {"type", "version", ...body}} as {@code BodyJson} and the API tell it
     * @param as short for the mapping {@code to-<as>}: {@code ubl}, {@code idoc}, {@code epcis},
     *     {@code csv}, {@code json}
     * @param mapping an outbound mapping, {@code to-ubl} or {@code to-ubl@2}
     * @param parameters of the mapping
     * @param createdAt when the document is made; now where it isn't told
     */
    record Request(
            @Nullable String receipt,
            @Nullable Integer index,
            @Nullable String readBy,
            @Nullable JsonNode event,
            @Nullable String as,
            @Nullable String mapping,
            @Nullable Map<String, String> parameters,
            @Nullable Instant createdAt) {}

    @Operation(summary = "What a message became, as a document of another's format")
    @PostMapping("/v1/renderings")
    @Needs(Scopes.INGEST_WRITE)
    ResponseEntity<byte[]> render(Caller caller, @RequestBody Request request) {
        var mapping = mapping(request);
        var rendering =
                renderer.render(
                        new Renderer.Asked(
                                caller.tenant(),
                                events(caller, request),
                                mapping,
                                Optional.ofNullable(request.parameters()).orElse(Map.of()),
                                Optional.ofNullable(request.createdAt()).orElse(clock.instant())));
        return switch (rendering) {
            case Rendering.Rendered rendered -> answer(rendered);
            case Rendering.Refused refused ->
                    throw RenderingProblems.notRendered(mapping, refused).asException();
        };
    }

    private static String mapping(Request request) {
        if ((request.as() == null) == (request.mapping() == null)) {
            throw RenderingProblems.field("/as", "either as or a mapping is told, and not both")
                    .asException();
        }
        return request.mapping() != null ? request.mapping() : STARTING + request.as();
    }

    private List<Event> events(Caller caller, Request request) {
        if ((request.receipt() == null) == (request.event() == null)) {
            throw RenderingProblems.field(
                            "/receipt", "either a receipt or an event is told, and not both")
                    .asException();
        }
        return request.event() != null
                ? List.of(ToldEvent.read(request.event()))
                : received.find(
                        caller.tenant(),
                        String.valueOf(request.receipt()),
                        Optional.ofNullable(request.index()),
                        Optional.ofNullable(request.readBy()));
    }

    /** As an attachment: what a partner told never runs as a page of ours. */
    private static ResponseEntity<byte[]> answer(Rendering.Rendered rendered) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, rendered.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .header("Tidegate-Format", rendered.format())
                .header("Tidegate-Mapping", rendered.mapping())
                .body(rendered.bytes());
    }
}
