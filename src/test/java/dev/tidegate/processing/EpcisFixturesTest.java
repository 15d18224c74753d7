package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real EPCIS documents, made by others, beside the project: every event has its entry by a count
 * that knows nothing of our readers, and the two syntaxes of one document agree.
 */
@Tag("real-data")
class EpcisFixturesTest {
    private static final Pattern XML =
            Pattern.compile(
                    "<(?:\\w+:)?(?:Object|Aggregation|Transaction|Transformation|Association|Quantity)Event[\\s>]");
    private static final Pattern JSON =
            Pattern.compile(
                    "\"type\"\\s*:\\s*\"(?:Object|Aggregation|Transaction|Transformation|Association)Event\"");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    /**
     * Documents whose two syntaxes tell other things: declarationTime in UTC here and an hour off
     * there, a comment in JSON alone, ids as Digital Links here and as URNs there.
     */
    private static final List<String> DIFFER =
            List.of(
                    "2.0_EPCIS_JSON_Capture_Documents_Combination_of_different_event.json#4",
                    "2.0_EPCIS_JSON_Capture_Documents_ObjectEvent_with_comment.json#0",
                    "2.0_EPCIS_JSON_Capture_Documents_epcisDocWithAllGS1Keys.json#0",
                    "2.0_EPCIS_JSON_Capture_Documents_epcisDocWithSensorComponent.json#0",
                    "2.0_EPCIS_JSON_Capture_Events_TransformationEvent.json#0");

    @Test
    void everyEventHasAnEntryOfItsOwnRef() throws IOException {
        int all = 0;
        for (Path file : files()) {
            var events = Given.events(Given.epcis(), Files.readAllBytes(file));
            all += events.size();
            assertThat(events).as(file.toString()).hasSize(counted(file));
            assertThat(events).extracting(CanonicalEvent::ref).doesNotHaveDuplicates();
        }
        assertThat(all).isGreaterThan(100);
    }

    @Test
    void everyEventOfAValidDocumentIsRead() throws IOException {
        var dead = new TreeMap<String, String>();
        for (Path file : files()) {
            Given.events(Given.epcis(), Files.readAllBytes(file)).stream()
                    .filter(event -> event.type() == EventType.DEAD_LETTER)
                    .forEach(
                            event ->
                                    dead.put(
                                            file.getFileName() + event.ref(),
                                            event.body().toString()));
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void theTwoSyntaxesOfADocumentAgree() throws IOException {
        var apart = new TreeMap<String, String>();
        int pairs = 0;
        for (Path file : files()) {
            var name = file.getFileName().toString();
            var other =
                    file.resolveSibling(name.replace("_JSON_", "_XML_").replace(".json", ".xml"));
            if (name.endsWith(".json") && Files.exists(other)) {
                pairs++;
                compare(file, other, apart);
            }
        }
        assertThat(pairs).isGreaterThan(30);
        assertThat(apart).containsOnlyKeys(DIFFER);
    }

    private static void compare(Path json, Path xml, TreeMap<String, String> apart)
            throws IOException {
        var left = Given.events(Given.epcis(), Files.readAllBytes(json));
        var right = Given.events(Given.epcis(), Files.readAllBytes(xml));
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            var one = i < left.size() ? left.get(i).body().toString() : "none";
            var two = i < right.size() ? right.get(i).body().toString() : "none";
            if (!one.equals(two)) {
                apart.put(json.getFileName() + "#" + i, "\n" + one + "\n" + two);
            }
        }
    }

    private static int counted(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        var pattern = file.toString().endsWith(".xml") ? XML : JSON;
        return (int) pattern.matcher(COMMENT.matcher(text).replaceAll("")).results().count();
    }

    private static List<Path> files() throws IOException {
        var root =
                Stream.of("../shared/fixtures", "../../shared/fixtures")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeThat(root).as("the real messages stand beside the project").isPresent();
        var all = new ArrayList<Path>();
        try (var found = Files.walk(root.orElseThrow().resolve("epcis"))) {
            found.filter(Files::isRegularFile).sorted().forEach(all::add);
        }
        return all;
    }
}
