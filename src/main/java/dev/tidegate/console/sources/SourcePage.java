package dev.tidegate.console.sources;

import dev.tidegate.console.frame.Pill;
import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.governance.agreement.DocumentType;
import dev.tidegate.governance.agreement.Field;
import dev.tidegate.governance.drift.Finding;
import dev.tidegate.governance.source.SourceDefinition;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One source.
 *
 * @param open its open findings, newest first
 */
public record SourcePage(SourceDefinition source, List<Finding> open) {

    public List<DocumentType> documents() {
        return source.contract().fields().map(Agreement::documents).orElse(List.of());
    }

    /** {@code 3}, or a word where there is none. */
    public String version() {
        return source.contract()
                .fields()
                .map(agreement -> "version " + agreement.version())
                .orElse("none");
    }

    /** {@code edifact}. */
    public static String format(SourceDefinition source) {
        return source.adapter().name().toLowerCase(Locale.ROOT);
    }

    public static Pill severity(Finding finding) {
        return finding.breaking()
                ? new Pill("breaking", "bad", "warning")
                : new Pill("note", "", "half");
    }

    /** Strict or lenient. */
    public String strictness() {
        return source.strictness().name().toLowerCase(Locale.ROOT);
    }

    public static String link(Finding finding) {
        return "/console/findings/" + finding.id();
    }

    /** Units, patterns or codes, whichever the field's shape has. */
    public static String means(Field field) {
        var codes =
                field.codes().stream()
                        .limit(8)
                        .map(code -> code.code() + " " + code.meaning())
                        .toList();
        var told =
                Stream.of(field.units(), field.patterns(), codes)
                        .flatMap(List::stream)
                        .collect(Collectors.joining(", "));
        return told
                + (field.codes().size() > 8 ? " and " + (field.codes().size() - 8) + " more" : "")
                + field.unitAt().map(at -> ", told at " + at).orElse("")
                + field.companion().map(at -> ", said at " + at).orElse("");
    }
}
