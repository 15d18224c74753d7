package dev.tidegate.governance.codelist;

import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /v1/code-lists}: what codes mean, published once and for all. */
@RestController
public final class CodeListApi {
    static final int CODES_MAX = 10_000;
    static final int CODE_LENGTH_MAX = 64;
    static final int MEANING_LENGTH_MAX = 200;
    static final int NOTE_LENGTH_MAX = 500;

    private final CodeLists lists;

    public CodeListApi(CodeLists lists) {
        this.lists = lists;
    }

    /**
     * @param codes {@code {"A": "accepted", "B": {"meaning": "rejected", "note": "since May"}}}
     * @param validFrom the day from which mappings are bound to it; at once where it isn't told
     */
    record Told(@Nullable JsonNode codes, @Nullable LocalDate validFrom) {}

    @Operation(summary = "Code lists")
    @GetMapping("/v1/code-lists")
    @Needs(Scopes.MAPPINGS_READ)
    Page<CodeListVersion.Newest> all(
            Caller caller,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        String after = Cursor.parse(cursor, 1).map(at -> at.keys().getFirst()).orElse("");
        return Page.of(
                lists.after(caller.tenant(), after, most + 1),
                most,
                last -> Cursor.of(last.name()));
    }

    @Operation(summary = "Versions of a code list")
    @GetMapping("/v1/code-lists/{name}/versions")
    @Needs(Scopes.MAPPINGS_READ)
    Page<CodeListVersion> list(
            Caller caller,
            @PathVariable String name,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        int before =
                Cursor.parse(cursor, 1).map(at -> (int) at.number(0)).orElse(Integer.MAX_VALUE);
        return Page.of(
                lists.before(caller.tenant(), name, before, most + 1),
                most,
                last -> Cursor.of(last.version()));
    }

    @Operation(summary = "One version of a code list")
    @GetMapping("/v1/code-lists/{name}/versions/{version}")
    @Needs(Scopes.MAPPINGS_READ)
    CodeListVersion get(Caller caller, @PathVariable String name, @PathVariable int version) {
        return lists.find(caller.tenant(), name, version)
                .orElseThrow(() -> CodeListProblems.notFound(name + "@" + version).asException());
    }

    @Operation(summary = "What a version of a code list changes of an earlier one")
    @GetMapping("/v1/code-lists/{name}/versions/{version}/difference")
    @Needs(Scopes.MAPPINGS_READ)
    CodeListVersion.Difference difference(
            Caller caller,
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam Optional<Integer> from) {
        int earlier = from.orElse(version - 1);
        return lists.difference(caller.tenant(), name, earlier, version)
                .orElseThrow(
                        () ->
                                CodeListProblems.notFound(name + "@" + earlier + " or @" + version)
                                        .asException());
    }

    @Operation(summary = "Publish the next version of a code list")
    @PostMapping("/v1/code-lists/{name}/versions")
    @Needs(Scopes.MAPPINGS_WRITE)
    ResponseEntity<CodeListVersion> publish(
            Caller caller, @PathVariable String name, @RequestBody Told body) {
        var outcome = lists.publish(caller, name, codes(body.codes()), body.validFrom());
        var at = URI.create("/v1/code-lists/" + name + "/versions/" + outcome.version().version());
        return outcome.fresh()
                ? ResponseEntity.created(at).body(outcome.version())
                : ResponseEntity.ok(outcome.version());
    }

    private static List<Code> codes(@Nullable JsonNode told) {
        if (told == null || !told.isObject() || told.isEmpty()) {
            throw CodeListProblems.field("/codes", "an object of code to meaning is required")
                    .asException();
        }
        if (told.size() > CODES_MAX) {
            throw CodeListProblems.field("/codes", "it has more than " + CODES_MAX + " codes")
                    .asException();
        }
        told.properties().forEach(one -> check(one.getKey(), one.getValue()));
        return ShippedLists.codes(told);
    }

    private static void check(String code, JsonNode told) {
        String pointer = "/codes/" + code.replace("~", "~0").replace("/", "~1");
        var meaning = told.isObject() ? told.path("meaning") : told;
        if (!meaning.isString() || meaning.asString().length() > MEANING_LENGTH_MAX) {
            throw CodeListProblems.field(
                            pointer,
                            "a meaning is a text of at most " + MEANING_LENGTH_MAX + " characters")
                    .asException();
        }
        if (code.isBlank() || !code.equals(code.strip()) || code.length() > CODE_LENGTH_MAX) {
            throw CodeListProblems.field(
                            pointer,
                            "a code has 1 to "
                                    + CODE_LENGTH_MAX
                                    + " characters and no blank at its ends")
                    .asException();
        }
        if (told.path("note").asString("").length() > NOTE_LENGTH_MAX) {
            throw CodeListProblems.field(
                            pointer + "/note",
                            "a note has at most " + NOTE_LENGTH_MAX + " characters")
                    .asException();
        }
    }
}
