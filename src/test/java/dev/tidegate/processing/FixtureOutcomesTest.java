package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real messages, made by others, beside the project. Nothing of them is lost: a count that knows
 * nothing of our readers agrees with the entries, and a set that is whole is read.
 */
@Tag("real-data")
class FixtureOutcomesTest {
    private static final Set<String> SUPPORTED =
            Set.of(
                    "850", "855", "856", "810", "846", "997", "860", "865", "830", "862", "820",
                    "832", "861", "852", "940", "943", "944", "945", "947", "204", "210", "214",
                    "753", "754", "824", "990", "999");
    private static final Pattern SET =
            Pattern.compile("(?:^|[^A-Z0-9])ST([^A-Za-z0-9\\s])(\\d{3})\\1");
    private static final Pattern COUNT =
            Pattern.compile("(?:^|[^A-Z0-9])SE([^A-Za-z0-9\\s])(\\d+)\\1");

    @Test
    void everyX12SetHasAFate() throws IOException {
        for (Path file : files("edi-x12", "")) {
            var sets = SET.matcher(text(file)).results().map(set -> set.group(2)).toList();
            assertThat(bySet(file, sets.size()))
                    .as(file.toString())
                    .hasSize(Math.max(1, sets.size()));
        }
    }

    /** The table stands in {@code target/x12-sets.md}, for a person to read. */
    @Test
    void noRealSetIsAFaultOfOurs() throws IOException {
        var fates = new TreeMap<String, Integer>();
        for (Path file : files("edi-x12", "")) {
            var sets = SET.matcher(text(file)).results().map(set -> set.group(2)).toList();
            var bySet = bySet(file, sets.size());
            for (int i = 0; i < sets.size(); i++) {
                for (CanonicalEvent event : bySet.get(i)) {
                    fates.merge("| " + sets.get(i) + " | " + fate(event), 1, Integer::sum);
                }
            }
        }
        var table = new StringBuilder("| set | becomes | entries |\n|---|---|---|\n");
        fates.forEach((what, count) -> table.append(what + " | " + count + " |\n"));
        Files.writeString(Path.of("target", "x12-sets.md"), table);
        assertThat(fates.keySet()).isNotEmpty().noneMatch(what -> what.contains("_fault"));
    }

    private static String fate(CanonicalEvent event) {
        return switch (event.type()) {
            case DEAD_LETTER -> "dead letter " + event.body().get("code");
            case DOCUMENT -> "document " + event.body().get("kind");
            default -> event.type().label();
        };
    }

    /** One entry a set; where there are more, those of a set stand together, under its ref. */
    private static List<List<CanonicalEvent>> bySet(Path file, int sets) throws IOException {
        var events = Given.events(Given.x12(), Files.readAllBytes(file));
        boolean single = events.size() == Math.max(1, sets);
        var bySet = new ArrayList<List<CanonicalEvent>>();
        for (CanonicalEvent event : events) {
            if (single || bySet.isEmpty() || !bySet.getLast().getLast().ref().equals(event.ref())) {
                bySet.add(new ArrayList<>());
            }
            bySet.getLast().add(event);
        }
        return bySet;
    }

    @Test
    void everySupportedSetThatIsWholeIsRead() throws IOException {
        var unread = new ArrayList<String>();
        for (Path file : files("edi-x12", "")) {
            String text = text(file);
            var sets = SET.matcher(text).results().map(set -> set.group(2)).toList();
            var counts = COUNT.matcher(text).results().map(count -> count.group(2)).toList();
            var bySet = bySet(file, sets.size());
            for (int i = 0; i < sets.size(); i++) {
                var event = bySet.get(i).getFirst();
                if (!SUPPORTED.contains(sets.get(i)) || !isDead(bySet.get(i))) {
                    continue;
                }
                String code = event.body().get("code").toString();
                boolean miscounted = code.equals("segment_count_mismatch");
                boolean empty = counts.get(i).equals("2"); // nothing but its ST and SE
                if (!empty && (!miscounted || counts.get(i).equals(segments(text, i)))) {
                    unread.add(file.getFileName() + " " + event.ref() + " " + event.body());
                }
            }
        }
        assertThat(unread).isEmpty();
    }

    /** What a strict source refuses for its count alone, a lenient one reads. */
    @Test
    void aLenientSourceRefusesOnlyWhatLacksSomethingOrIsUnknown() throws IOException {
        var lenient = Given.with(Given.x12(), Strictness.LENIENT);
        var codes = new TreeSet<String>();
        for (Path file : files("edi-x12", "")) {
            Given.events(lenient, Files.readAllBytes(file)).stream()
                    .filter(event -> event.type() == EventType.DEAD_LETTER)
                    .forEach(event -> codes.add(event.body().get("code").toString()));
        }
        assertThat(codes).containsOnly("missing_segment", "unknown_code", "unsupported_type");
    }

    @Test
    void everyUnsupportedSetSaysWhichItIs() throws IOException {
        for (Path file : files("edi-x12", "")) {
            var sets = SET.matcher(text(file)).results().map(set -> set.group(2)).toList();
            var bySet = bySet(file, sets.size());
            for (int i = 0; i < sets.size(); i++) {
                if (!SUPPORTED.contains(sets.get(i))) {
                    var body = bySet.get(i).getFirst().body();
                    assertThat(body.get("code")).hasToString("unsupported_type");
                    assertThat(body.get("reason").toString()).contains(sets.get(i));
                }
            }
        }
    }

    private static boolean isDead(List<CanonicalEvent> events) {
        return events.stream().allMatch(event -> event.type() == EventType.DEAD_LETTER);
    }

    /** Counted by hand: a UNH that stands where a segment may begin. */
    @Test
    void everyEdifactMessageHasAFate() throws IOException {
        for (Path file : files("edifact", "")) {
            String text = text(file).replaceAll("[\r\n]", "");
            boolean una = text.startsWith("UNA");
            String element = Pattern.quote(una ? text.substring(4, 5) : "+");
            String terminator = Pattern.quote(una ? text.substring(8, 9) : "'");
            long messages =
                    Pattern.compile("(?:^|" + terminator + ")\\s*(?:UNA.{6})?\\s*UNH" + element)
                            .matcher(
                                    text.replaceFirst(
                                            "^UNA.{6}", una ? text.substring(8, 9) : "UNA"))
                            .results()
                            .count();
            var events = Given.events(Given.edifact(), Files.readAllBytes(file));
            assertThat(events.stream().filter(event -> event.ref().contains("/")))
                    .as(file.toString())
                    .hasSize((int) messages);
            assertThat(events).as(file.toString()).isNotEmpty();
            assertThat(Given.events(Given.edifact(), Files.readAllBytes(file)))
                    .extracting(CanonicalEvent::dedupe)
                    .isEqualTo(events.stream().map(CanonicalEvent::dedupe).toList());
        }
    }

    @Test
    void everyCsvRowHasAFate() throws IOException {
        for (String folder : List.of("logistics", "demand", "suites")) {
            for (Path file : files(folder, ".csv")) {
                var events = Given.events(Given.csv(), Files.readAllBytes(file));
                boolean headerless =
                        events.getFirst().body().get("code").toString().equals("missing_header");
                assertThat(events)
                        .as(file.toString())
                        .hasSize(rows(text(file)) - (headerless ? 0 : 1))
                        .extracting(CanonicalEvent::type)
                        .containsOnly(EventType.DEAD_LETTER);
            }
        }
    }

    /** Segments of the n-th set, counted by its terminators: the character behind its ST. */
    private static String segments(String text, int which) {
        var set = SET.matcher(text).results().toList().get(which);
        int end = set.end();
        while (Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        char terminator = text.charAt(end);
        String rest = text.substring(set.start());
        String whole = rest.substring(0, COUNT.matcher(rest).results().toList().getFirst().end());
        return Long.toString(whole.chars().filter(c -> c == terminator).count() + 1);
    }

    /** Rows by hand: line breaks outside of quotes, blank rows left out. */
    private static int rows(String text) {
        int rows = 0;
        boolean quoted = false;
        boolean blank = true;
        for (char c : (text + "\n").toCharArray()) {
            quoted ^= c == '"';
            if ((c == '\n' || c == '\r') && !quoted) {
                rows += blank ? 0 : 1;
                blank = true;
            } else if (!Character.isWhitespace(c) && c != ',' && c != '\uFEFF') {
                blank = false;
            }
        }
        return rows;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "");
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        var root =
                Stream.of("../shared/fixtures", "../../shared/fixtures")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeThat(root).as("the real messages stand beside the project").isPresent();
        try (var found = Files.walk(root.orElseThrow().resolve(folder))) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
