package dev.tidegate.console.mappings;

import dev.tidegate.governance.source.MappingCases;
import dev.tidegate.governance.source.MappingRevision;
import dev.tidegate.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What stands in the studio's form: an expression, a sample, and how it is to be read. */
record StudioForm(Map<String, String> fields) {
    private static final String UNTYPED = "application/octet-stream";

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Forms send lines ended by CR LF; a mapping has LF. */
    String expression() {
        return text("expression").replace("\r\n", "\n");
    }

    Optional<Integer> version() {
        String told = text("version");
        return told.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(told)) : Optional.empty();
    }

    /** Whether something was typed since the version was kept. */
    boolean differs(MappingRevision kept) {
        return !expression().equals(kept.expression().replace("\r\n", "\n"))
                || kept.state() == MappingRevision.State.DRAFT && !text("note").equals(kept.note());
    }

    MappingCases.Sample sample() {
        byte[] content = text("content").getBytes(StandardCharsets.UTF_8);
        if (content.length > MappingCases.CONTENT_SIZE_MAX) {
            throw Problem.of(
                            422,
                            "sample_too_large",
                            "The sample is too large",
                            "A sample has at most "
                                    + MappingCases.CONTENT_SIZE_MAX / 1024
                                    + " KiB here.",
                            "Take one or a few documents of it.")
                    .asException();
        }
        String type = text("content_type");
        return new MappingCases.Sample(text("source"), type.isBlank() ? UNTYPED : type, content);
    }
}
