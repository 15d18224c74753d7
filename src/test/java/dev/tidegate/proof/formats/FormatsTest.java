package dev.tidegate.proof.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.proof.formats.Entries.Entry;
import dev.tidegate.proof.works.Report;
import dev.tidegate.proof.works.Works;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of a folder of real messages, sent to the source of its format: each entry is found by
 * its business key or says why not, and sending all of it again changes nothing.
 */
@Tag("slow")
@Tag("real-data")
class FormatsTest {
    private static final String TENANT = "globex";

    /** Folders of the files, by the source that reads them. */
    private static final Map<String, String> FOLDERS = new LinkedHashMap<>();

    static {
        FOLDERS.put("x12", "edi-x12");
        FOLDERS.put("edifact", "edifact");
        FOLDERS.put("idoc", "idoc");
        FOLDERS.put("ubl", "ubl");
        FOLDERS.put("epcis", "epcis");
    }

    @Test
    void eachRealMessageIsFoundOrSaysWhyNotAndASecondFeedChangesNothing(@TempDir Path folder)
            throws IOException {
        var real = fixtures();
        assumeThat(real).as("the real messages stand beside the project").isPresent();
        try (var works = Works.at(folder.resolve("home")).options("-Xmx768m")) {
            works.startAndAwait();
            var entries = new Entries(works.door(TENANT));
            var table = new Table();
            var wrong = new ArrayList<String>();
            int files = feed(real.get(), entries, table, wrong);
            String state = entries.stateHash();
            var again = new Table();
            feed(real.get(), entries, again, wrong);
            table.write();

            Report.add("formats", Map.of("files", files, "fates", table.counts()));
            assertThat(wrong).isEmpty();
            assertThat(again.counts().values())
                    .allSatisfy(
                            fates ->
                                    assertThat(fates.keySet())
                                            .noneMatch(fate -> fate.startsWith("applied")));
            assertThat(entries.stateHash()).isEqualTo(state);
            assertThat(entries.accounting().path("balanced").asBoolean()).isTrue();
        }
    }

    private static int feed(Path real, Entries entries, Table table, List<String> wrong)
            throws IOException {
        int files = 0;
        for (var folder : FOLDERS.entrySet()) {
            for (Path file : files(real.resolve(folder.getValue()))) {
                files++;
                String source = source(folder.getKey(), file);
                var told = entries.send(source, Files.readAllBytes(file));
                if (told.isEmpty()) {
                    wrong.add(file + " has no entry");
                }
                for (Entry entry : told) {
                    table.add(source, entry);
                    complaint(entries, entry).ifPresent(c -> wrong.add(file + ": " + c));
                }
            }
        }
        return files;
    }

    /** Samples of cXML stand among the XML documents, in folders that are named so. */
    private static String source(String ofFolder, Path file) {
        return file.toString().toLowerCase(Locale.ROOT).contains("cxml") ? "cxml" : ofFolder;
    }

    private static Optional<String> complaint(Entries entries, Entry entry) {
        if (entry.ref().isBlank()) {
            return Optional.of("no ref: " + entry);
        }
        if (entry.isFound()) {
            return entry.type().equals("dead_letter") || entries.find(entry)
                    ? Optional.empty()
                    : Optional.of("not found: " + entry);
        }
        return entry.failureClass().isBlank()
                        || entry.code().isBlank()
                        || entry.failureClass().equals("fault")
                ? Optional.of("says not why: " + entry)
                : Optional.empty();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Optional<Path> fixtures() {
        return Stream.of(
                        System.getProperty("proof.folder", ""),
                        "../shared/fixtures",
                        "../../shared/fixtures")
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }
}
