package dev.tidegate.operations.fact;

import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Facts as they happen, as server-sent events. Each client has a virtual thread of its own, which
 * may wait for it as long as it likes.
 */
@RestController
@Tag(name = "Stream")
class StreamApi {
    private static final Logger log = LoggerFactory.getLogger(StreamApi.class);

    private final Streams streams;

    StreamApi(Streams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Scopes.ORDERS_READ)
    @Operation(summary = "Facts as server-sent events, resumed after Last-Event-ID")
    void stream(
            Caller caller,
            @RequestParam Optional<List<String>> type,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = wanted(caller, type);
        var from = streams.position(Optional.ofNullable(last));
        var place = streams.enter(caller.tenant(), wanted);
        try {
            var exchange = open(request, response);
            Thread.ofVirtual()
                    .name("stream-" + caller.tenant())
                    .start(() -> run(exchange, place, from));
        } catch (IOException | RuntimeException e) {
            place.close();
            throw e;
        }
    }

    private static AsyncContext open(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // proxies pass each event on at once
        response.flushBuffer();
        var exchange = request.startAsync();
        exchange.setTimeout(0);
        return exchange;
    }

    private void run(AsyncContext exchange, Places.Place place, Optional<FactPosition> from) {
        try (place) {
            streams.run(place.follower(), from, exchange.getResponse().getOutputStream());
        } catch (IOException gone) {
            log.debug("a stream's client is gone: {}", gone.toString());
        } catch (Exception e) {
            log.warn("a stream of {} ends: {}", place.follower().tenant(), e.toString());
        } finally {
            exchange.complete();
        }
    }

    /** What is asked for, as far as the caller may see it. */
    static Set<FactType> wanted(Caller caller, Optional<List<String>> asked) {
        var wanted = EnumSet.noneOf(FactType.class);
        if (asked.isEmpty()) {
            wanted.addAll(List.of(FactType.values()));
        } else {
            asked.get().forEach(label -> wanted.add(named(label)));
        }
        wanted.removeIf(type -> !caller.may(scope(type)));
        return wanted;
    }

    private static FactType named(String label) {
        return Arrays.stream(FactType.values())
                .filter(type -> type.label().equals(label) || type.ceType().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.of(
                                                400,
                                                "invalid_parameter",
                                                "A parameter has no usable value",
                                                "There is no type "
                                                        + label
                                                        + ". There are: "
                                                        + labels()
                                                        + ".")
                                        .at("query:type", "unknown type")
                                        .asException());
    }

    private static String labels() {
        return Arrays.stream(FactType.values())
                .map(FactType::label)
                .collect(Collectors.joining(", "));
    }

    private static String scope(FactType type) {
        return switch (type) {
            case ORDER_CHANGED, DOCUMENT_RECORDED -> Scopes.ORDERS_READ;
            case ENTRY_DEAD_LETTERED -> Scopes.DEAD_LETTERS_OPERATE;
            case STOCK_CHANGED -> Scopes.INVENTORY_READ;
            case SHIPMENT_CHANGED, SHIPMENT_MILESTONE, VISIBILITY_RECORDED -> Scopes.SHIPMENTS_READ;
        };
    }
}
