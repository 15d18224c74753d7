package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.document.Adapter;
import dev.tidegate.processing.document.DocumentWriter;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.edifact.EdifactAdapter;
import dev.tidegate.processing.edifact.EdifactWriter;
import dev.tidegate.processing.x12.X12Adapter;
import dev.tidegate.processing.x12.X12Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written reads back as the trees that it was written from. */
class EdiWritersTest {
    private static final int SEGMENTS_MAX = 200_000;
    private static final int SIZE_MAX = 64 * 1024 * 1024;

    private record Format(
            String fixtures,
            String ending,
            SourceDefinition source,
            Adapter adapter,
            DocumentWriter writer) {}

    private static final Format X12 =
            new Format(
                    "edi-x12",
                    ".x12",
                    Given.x12(),
                    new X12Adapter(NormaliserSettings.DEFAULTS),
                    new X12Writer(SEGMENTS_MAX));

    private static final Format EDIFACT =
            new Format(
                    "edifact",
                    ".edifact",
                    Given.edifact(),
                    new EdifactAdapter(NormaliserSettings.DEFAULTS),
                    new EdifactWriter(SEGMENTS_MAX));

    @Test
    void whatIsWrittenReadsBackAsTheSame() throws IOException {
        for (Format format : List.of(X12, EDIFACT)) {
            for (Path file : files(Path.of("src/test/resources/golden"), format.ending())) {
                var written = new ArrayList<String>();
                assertThat(refusals(format, file, written))
                        .as(file.toString())
                        .allMatch(EdiWritersTest::isWrongByTheStandard);
            }
        }
    }

    @Test
    @Tag("real-data")
    void whatIsReadWithoutToleranceIsWrittenAndReadsBackAsTheSame() throws IOException {
        for (Format format : List.of(X12, EDIFACT)) {
            var root = fixtures().resolve(format.fixtures());
            var refused = new ArrayList<String>();
            var written = new ArrayList<String>();
            for (Path file : files(root, "")) {
                refused.addAll(refusals(format, file, written));
            }
            assertThat(written).as(format.fixtures()).hasSizeGreaterThan(20);
            assertThat(refused)
                    .as(format.fixtures())
                    .allMatch(EdiWritersTest::isWrongByTheStandard);
        }
    }

    /**
     * Four samples that break the standard in what they hold: a separator in an element, a word for
     * a code of two letters, a word for a number, a name's line of 38 characters.
     */
    private static boolean isWrongByTheStandard(String refusal) {
        return refusal.contains("AK3[1]-02 (segment 4): It holds \":\"")
                || refusal.contains("NAD[3]-04 (segment 12): It has 38 characters")
                || refusal.contains("PO1[1]-06 (segment 3): It has 5 characters")
                || refusal.contains(
                        "0004 /tree/PO1_loop/0/PO1/02: PO1[1]-02 (segment 3): It is no");
    }

    /** Each document that is refused, and why. Those that are written are read again. */
    private static List<String> refusals(Format format, Path file, List<String> written)
            throws IOException {
        var refusals = new ArrayList<String>();
        for (Reading.Document document : documents(format, Files.readAllBytes(file))) {
            if (!document.findings().isEmpty()) {
                continue;
            }
            var tree = inUtf8(document.tree());
            var outgoing = new Outgoing(tree, separators(format, document));
            try {
                var bytes = format.writer().write(List.of(outgoing), SIZE_MAX);
                var again = documents(format, bytes);
                assertThat(again).as(file + " " + document.ref()).hasSize(1);
                assertThat(again.getFirst().findings()).isEmpty();
                assertThat(comparable(again.getFirst().tree()))
                        .as(file + " " + document.ref())
                        .isEqualTo(comparable(tree));
                written.add(document.ref());
            } catch (Unwritable e) {
                refusals.add(file + " " + document.ref() + " " + e.place() + ": " + e.reason());
            }
        }
        return refusals;
    }

    /**
     * Separators that part no data, so that what is left is the tree; and the file's own within.
     */
    private static Map<String, String> separators(Format format, Reading.Document document) {
        return format.equals(EDIFACT)
                ? Map.of()
                : Map.of(
                        "element", "\u001D",
                        "component", component(document),
                        "repetition", "\u001E",
                        "terminator", "\u001C");
    }

    private static String component(Reading.Document document) {
        String told = String.valueOf(document.variables().get("component"));
        return told.isEmpty() ? ":" : told;
    }

    /** Many a sender tells UNOA and writes small letters; in UTF-8 everything can be told. */
    private static Map<?, ?> inUtf8(Map<String, Object> tree) {
        if (!(tree.get("UNB") instanceof Map<?, ?> told)) {
            return tree;
        }
        var unb = new LinkedHashMap<Object, Object>(told);
        unb.put("01", "UNOY");
        var copy = new LinkedHashMap<String, Object>(tree);
        copy.put("UNB", unb);
        return copy;
    }

    /**
     * Without what is computed: the trailers, the counts of lines, the separator in ISA11; and what
     * holds a loop, which is told by the loops.
     */
    private static @Nullable Object comparable(@Nullable Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((k, v) -> copy.put(k.toString(), comparable(v)));
                List.of("SE", "UNT", "within").forEach(copy::remove);
                if (copy.get("CTT") instanceof Map<?, ?> ctt) {
                    copy.put("CTT", ctt.containsKey("02"));
                }
                if (copy.get("ISA") instanceof Map<?, ?> isa) {
                    isa.remove("11");
                }
                if ("2".equals(copy.get("01")) && copy.keySet().equals(CNT)) {
                    copy.remove("01-2");
                }
                yield copy;
            }
            case List<?> list -> list.stream().map(EdiWritersTest::comparable).toList();
            case null, default -> node;
        };
    }

    private static final Set<String> CNT = Set.of("01", "01-2");

    private static List<Reading.Document> documents(Format format, byte[] bytes) {
        var documents = new ArrayList<Reading.Document>();
        format.adapter()
                .read(
                        Given.message(format.source(), "application/octet-stream", bytes),
                        format.source(),
                        reading -> {
                            if (reading instanceof Reading.Document document) {
                                documents.add(document);
                            }
                        });
        return documents;
    }

    private static Path fixtures() {
        var root =
                Stream.of("../shared/fixtures", "../../shared/fixtures")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeThat(root).as("the real messages stand beside the project").isPresent();
        return root.orElseThrow();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
