package dev.tidegate.processing.suggestion;

import dev.tidegate.governance.source.MappingCheck;
import dev.tidegate.governance.source.MappingTrial;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.governance.source.SourceProblems;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /v1/mappings/trials}: what an expression makes of bytes, before there is a source or
 * a version. Nothing is kept of it.
 */
@RestController
public final class TrialApi {
    private static final String DEAD = "dead_letter";
    private static final String UNTYPED = "application/octet-stream";

    private final MappingTrial trial;
    private final MappingCheck check;
    private final SuggestionSettings settings;

    public TrialApi(MappingTrial trial, MappingCheck check, SuggestionSettings settings) {
        this.trial = trial;
        this.check = check;
        this.settings = settings;
    }

    /**
     * What is tried on what.
     *
     * @param content as text, or in Base64, and not both
     */
    record Wanted(
            @Nullable String adapter,
            @Nullable Map<String, String> parameters,
            @Nullable String expression,
            @Nullable String contentType,
            @Nullable String content,
            @Nullable String contentBase64) {}

    /**
     * What came of it.
     *
     * @param passed whether there is no dead letter, and no error of the linter
     * @param lint what is unwise in the expression
     */
    record Outcome(boolean passed, List<JsonNode> events, List<MappingCheck.Finding> lint) {}

    @Operation(summary = "What an expression makes of bytes, before there is a source")
    @PostMapping("/v1/mappings/trials")
    @Needs(Scopes.MAPPINGS_READ)
    Outcome trial(Caller caller, @RequestBody Wanted wanted) {
        String expression = Objects.requireNonNullElse(wanted.expression(), "");
        check.fault(expression)
                .ifPresent(
                        fault -> {
                            throw SourceProblems.doesNotCompile("/expression", fault).asException();
                        });
        var source =
                Samples.source(
                        caller.tenant(),
                        adapter(wanted.adapter()),
                        Objects.requireNonNullElse(wanted.parameters(), Map.of()),
                        expression);
        String type = Objects.requireNonNullElse(wanted.contentType(), UNTYPED);
        var events = trial.read(source, type, content(wanted));
        boolean alive =
                events.stream().noneMatch(event -> event.path("type").asString("").equals(DEAD));
        var lint = check.lint(expression);
        boolean sound = lint.stream().noneMatch(finding -> finding.severity().equals("error"));
        return new Outcome(alive && sound, events, lint);
    }

    private static Adapter adapter(@Nullable String name) {
        return Stream.of(Adapter.values())
                .filter(adapter -> adapter.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> SourceProblems.field("/adapter", "it is no adapter").asException());
    }

    private byte[] content(Wanted wanted) {
        if ((wanted.content() == null) == (wanted.contentBase64() == null)) {
            throw SourceProblems.field(
                            "/content", "either content or content_base64 is told, and not both")
                    .asException();
        }
        byte[] bytes =
                wanted.content() != null
                        ? wanted.content().getBytes(StandardCharsets.UTF_8)
                        : decoded(Objects.requireNonNull(wanted.contentBase64()));
        if (bytes.length > settings.sampleSizeMax()) {
            throw SuggestionProblems.tooLarge(settings.sampleSizeMax()).asException();
        }
        return bytes;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw SourceProblems.field("/content_base64", "it is no Base64").asException();
        }
    }
}
