package dev.tidegate.governance.codelist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a list, as it is read over HTTP.
 *
 * @param version from 1 within its name
 * @param codes in their own order: the first of a meaning goes out
 * @param validFrom the day from which mappings that are published are bound to it; null: at once
 */
public record CodeListVersion(
        String name,
        int version,
        List<Code> codes,
        @Nullable LocalDate validFrom,
        String author,
        Instant publishedAt) {

    CodeList asList() {
        return new CodeList(name, version, Code.meanings(codes));
    }

    /** A list as it stands, without its codes. */
    public record Newest(
            String name,
            int version,
            int codes,
            @Nullable LocalDate validFrom,
            String author,
            Instant publishedAt) {}

    /**
     * What a version changes of an earlier one. A code whose meaning changed has been repurposed.
     */
    public record Difference(
            String name,
            int from,
            int to,
            List<Code> added,
            List<Code> removed,
            List<Changed> changed) {}

    /**
     * A code that means something else, or is explained otherwise.
     *
     * @param repurposed whether it means something else
     */
    public record Changed(String code, boolean repurposed, Code before, Code after) {
        static Changed of(Code before, Code after) {
            return new Changed(
                    after.code(), !before.meaning().equals(after.meaning()), before, after);
        }
    }

    /** What was before the first version. */
    CodeListVersion nothing() {
        return new CodeListVersion(name, 0, List.of(), null, author, publishedAt);
    }

    Difference since(CodeListVersion earlier) {
        var before = byCode(earlier.codes());
        var after = byCode(codes);
        return new Difference(
                name,
                earlier.version(),
                version,
                codes.stream().filter(one -> !before.containsKey(one.code())).toList(),
                earlier.codes().stream().filter(one -> !after.containsKey(one.code())).toList(),
                codes.stream().flatMap(one -> changed(before.get(one.code()), one)).toList());
    }

    private static Map<String, Code> byCode(List<Code> codes) {
        var byCode = new TreeMap<String, Code>();
        codes.forEach(one -> byCode.put(one.code(), one));
        return byCode;
    }

    private static Stream<Changed> changed(@Nullable Code before, Code after) {
        return before == null || before.equals(after)
                ? Stream.empty()
                : Stream.of(Changed.of(before, after));
    }
}
