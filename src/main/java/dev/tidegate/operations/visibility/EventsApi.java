package dev.tidegate.operations.visibility;

import dev.tidegate.operations.visibility.EventQueries.Row;
import dev.tidegate.platform.gs1.Cbv;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.OneOf;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.PathName;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** EPCIS events (GS1 EPCIS 2.0, query interface). */
@RestController
@Tag(name = "EPCIS")
class EventsApi {
    /** An id that a path can't hold as it is stands behind this in base64url. */
    private static final String ID_PREFIX = "evt_";

    private static final String TOKEN = "nextPageToken";
    private static final int PER_PAGE_DEFAULT = 30;

    private final EventQueries events;
    private final EventDocuments documents;

    EventsApi(EventQueries events, EventDocuments documents) {
        this.events = events;
        this.documents = documents;
    }

    @GetMapping("/epcis/v2/events")
    @Needs(Scopes.SHIPMENTS_READ)
    @Operation(summary = "EPCIS events, the last that happened first, as an EPCISQueryDocument")
    ResponseEntity<JsonNode> list(
            Caller caller,
            @Parameter(hidden = true) HttpServletRequest http,
            @RequestParam(name = "eventType") Optional<List<String>> eventType,
            @RequestParam(name = "GE_eventTime") Optional<String> eventFrom,
            @RequestParam(name = "LT_eventTime") Optional<String> eventBefore,
            @RequestParam(name = "GE_recordTime") Optional<String> recordFrom,
            @RequestParam(name = "LT_recordTime") Optional<String> recordBefore,
            @RequestParam(name = "EQ_action") Optional<List<String>> action,
            @RequestParam(name = "EQ_bizStep") Optional<List<String>> bizStep,
            @RequestParam(name = "EQ_disposition") Optional<List<String>> disposition,
            @RequestParam(name = "EQ_readPoint") Optional<List<String>> readPoint,
            @RequestParam(name = "EQ_bizLocation") Optional<List<String>> bizLocation,
            @RequestParam(name = "MATCH_epc") Optional<List<String>> epc,
            @RequestParam(name = "MATCH_anyEPC") Optional<List<String>> anyEpc,
            @RequestParam(name = "MATCH_parentID") Optional<List<String>> parentId,
            @RequestParam(name = "EQ_eventID") Optional<List<String>> eventId,
            @RequestParam(name = "EXISTS_errorDeclaration") @OneOf("true") Optional<String> error,
            @RequestParam(name = "perPage") Optional<Integer> perPage,
            @RequestParam(name = TOKEN) Optional<String> token) {
        var filter =
                new EventFilter(caller.tenant().value())
                        .oneOf("eventType", "v.event_type", eventType)
                        .from("GE_eventTime", "v.event_time", eventFrom)
                        .before("LT_eventTime", "v.event_time", eventBefore)
                        .from("GE_recordTime", "v.recorded_at", recordFrom)
                        .before("LT_recordTime", "v.recorded_at", recordBefore)
                        .oneOf("EQ_action", "v.action", action)
                        .word("EQ_bizStep", "v.biz_step", Cbv.BUSINESS_STEP, bizStep)
                        .word("EQ_disposition", "v.disposition", Cbv.DISPOSITION, disposition)
                        .place("EQ_readPoint", "v.read_point", readPoint)
                        .place("EQ_bizLocation", "v.biz_location", bizLocation)
                        .things("MATCH_epc", epc, "of", "child")
                        .things("MATCH_anyEPC", anyEpc, "of", "child", "input", "output", "parent")
                        .things("MATCH_parentID", parentId, "parent")
                        .oneOf("EQ_eventID", "v.event_id", eventId)
                        .declaredWrong(error);
        var page = events.list(caller.tenant(), filter, token, limit(perPage));
        return answer(page, http);
    }

    @GetMapping("/epcis/v2/events/{eventID}")
    @Needs(Scopes.SHIPMENTS_READ)
    @Operation(
            summary = "An EPCIS event; with its error declaration where it has been declared wrong")
    JsonNode find(Caller caller, @PathVariable("eventID") String eventId) {
        var id = PathName.parse(ID_PREFIX, eventId).orElse(eventId);
        return events.find(caller.tenant(), id)
                .map(documents::one)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                404,
                                                "event_not_found",
                                                "There is no such event",
                                                "No EPCIS event of yours has this id.",
                                                "List them: GET /epcis/v2/events?EQ_eventID=...")
                                        .asException());
    }

    private ResponseEntity<JsonNode> answer(Page<Row> page, HttpServletRequest http) {
        var answer = ResponseEntity.ok();
        if (page.next() != null) {
            answer.header("Link", "<" + next(http, page.next()) + ">; rel=\"next\"");
        }
        return answer.body(documents.results(page.items()));
    }

    /** The same question, from the next page on (RFC 8288). */
    private static String next(HttpServletRequest http, String token) {
        var asked = http.getQueryString() == null ? "" : http.getQueryString();
        var told =
                Arrays.stream(asked.split("&"))
                        .filter(pair -> !pair.isEmpty() && !pair.startsWith(TOKEN + "="));
        var next = TOKEN + "=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return http.getRequestURI()
                + "?"
                + Stream.concat(told, Stream.of(next)).collect(Collectors.joining("&"));
    }

    private static int limit(Optional<Integer> asked) {
        int limit = asked.orElse(PER_PAGE_DEFAULT);
        if (limit < 1 || limit > Page.LIMIT_MAX) {
            throw EventFilter.refused(
                    "perPage",
                    "out of range",
                    "It is between 1 and " + Page.LIMIT_MAX + "; follow the Link header for more.");
        }
        return limit;
    }
}
