package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.governance.source.SourceDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The same bytes under the same mapping version give the same canonical bytes: on whatever thread,
 * and whatever that thread read before.
 */
class DeterminismTest {
    private static final int THREADS = 8;

    /** Folders of the real messages, and who reads them. */
    private static final Map<String, SourceDefinition> SOURCES =
            new TreeMap<>(
                    Map.of(
                            "edi-x12", Given.x12(),
                            "edifact", Given.edifact(),
                            "idoc", Given.xml("idoc"),
                            "ubl", Given.xml("ubl"),
                            "epcis", Given.epcis(),
                            "logistics", Given.csv(),
                            "suites", Given.csv()));

    private record Work(String name, SourceDefinition source, byte[] bytes) {}

    @Test
    @Tag("real-data")
    void everyRealMessageIsMappedAlikeOnOneThreadAndOnEight() throws Exception {
        var root =
                Stream.of("../shared/fixtures", "../../shared/fixtures")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeThat(root).as("the real messages stand beside the project").isPresent();
        var all = new ArrayList<Work>();
        for (var folder : SOURCES.entrySet()) {
            all.addAll(works(root.orElseThrow().resolve(folder.getKey()), folder.getValue()));
        }
        isAlike(all);
    }

    @Test
    void everySampleIsMappedAlikeOnOneThreadAndOnEight() throws Exception {
        var all = new ArrayList<Work>();
        for (Path file : GoldenTest.messages().toList()) {
            all.add(new Work(file.toString(), GoldenTest.source(file), Files.readAllBytes(file)));
        }
        isAlike(all);
    }

    /** A file that isn't meant for its source is read as well: a dead letter is the same too. */
    private static List<Work> works(Path folder, SourceDefinition source) throws IOException {
        var works = new ArrayList<Work>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                works.add(new Work(file.toString(), source, Files.readAllBytes(file)));
            }
        }
        return works;
    }

    private static void isAlike(List<Work> all) throws Exception {
        var once = new TreeMap<String, byte[]>();
        var reader = new Reader();
        all.forEach(work -> once.put(work.name(), reader.canonical(work)));
        assertThat(once).hasSize(all.size()).isNotEmpty();

        assertThat(differing(once, onThreads(all, 1, 1))).as("one thread").isEmpty();
        assertThat(differing(once, onThreads(all, THREADS, 2))).as("eight threads").isEmpty();
    }

    /** Each thread with a normaliser of its own, as each worker has, in an order of its own. */
    private static Map<String, byte[]> onThreads(List<Work> all, int threads, long seed)
            throws Exception {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        var left = new ConcurrentLinkedQueue<>(shuffled);
        Callable<Map<String, byte[]>> worker =
                () -> {
                    var reader = new Reader();
                    var made = new TreeMap<String, byte[]>();
                    for (var work = left.poll(); work != null; work = left.poll()) {
                        made.put(work.name(), reader.canonical(work));
                    }
                    return made;
                };
        var made = new TreeMap<String, byte[]>();
        try (var workers = Executors.newFixedThreadPool(threads)) {
            for (var done : workers.invokeAll(Collections.nCopies(threads, worker))) {
                made.putAll(done.get());
            }
        }
        return made;
    }

    private static List<String> differing(Map<String, byte[]> one, Map<String, byte[]> other) {
        assertThat(other).hasSameSizeAs(one);
        return one.keySet().stream()
                .filter(name -> !Arrays.equals(one.get(name), other.get(name)))
                .toList();
    }

    private static final class Reader {
        private final Normaliser normaliser = new Normaliser(NormaliserSettings.DEFAULTS);
        private final CanonicalCodec codec = new CanonicalCodec();

        byte[] canonical(Work work) {
            var message = Given.message(work.source(), "application/octet-stream", work.bytes());
            var all = new ByteArrayOutputStream();
            for (CanonicalEvent event : normaliser.normalise(message, work.source())) {
                all.writeBytes(codec.encode(event));
            }
            return all.toByteArray();
        }
    }
}
