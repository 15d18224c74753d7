package dev.tidegate.processing.suggestion;

import dev.tidegate.governance.source.SourceProblems;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.OneOf;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/mappings/suggestions}: a draft mapping from a sample; nothing is kept of it. */
@RestController
public final class SuggestionApi {
    private final Suggestions suggestions;

    public SuggestionApi(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Operation(summary = "A draft mapping, and the source it reads, from one sample")
    @PostMapping(path = "/v1/mappings/suggestions", consumes = MediaType.ALL_VALUE)
    @Needs(Scopes.MAPPINGS_READ)
    Suggestion suggest(
            Caller caller,
            @RequestHeader(name = "Content-Type", defaultValue = "") String contentType,
            @RequestParam @OneOf({"order", "shipment", "stock_movement", "stock_count"})
                    Optional<String> type,
            @RequestParam @OneOf({"csv", "tsv", "fixed_width", "xlsx", "json", "xml"})
                    Optional<String> adapter,
            @RequestParam Optional<String> encoding,
            @RequestParam Optional<String> layout,
            @RequestParam Optional<String> sheets,
            @RequestParam(name = "header_row") Optional<String> headerRow,
            @RequestParam Optional<List<String>> fill,
            @RequestBody byte[] sample) {
        var parameters = new LinkedHashMap<String, String>();
        encoding.ifPresent(told -> parameters.put("encoding", told));
        layout.ifPresent(told -> parameters.put("layout", told));
        sheets.ifPresent(told -> parameters.put("sheets", told));
        headerRow.ifPresent(told -> parameters.put("header_row", told));
        return suggestions.of(
                caller.tenant(),
                contentType,
                sample,
                new Wish(type, adapter, parameters, fills(fill.orElse(List.of()))));
    }

    private static Map<String, String> fills(List<String> told) {
        var fills = new LinkedHashMap<String, String>();
        for (String fill : told) {
            int at = fill.indexOf('=');
            if (at < 1 || at == fill.length() - 1) {
                throw SourceProblems.field("/fill", "it is told as field=column or field=value")
                        .asException();
            }
            fills.put(fill.substring(0, at).strip(), fill.substring(at + 1).strip());
        }
        return fills;
    }
}
