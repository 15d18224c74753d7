package dev.tidegate.proof.works;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a proof, one JSON object a line in {@code target/proof/report.jsonl}. */
public final class Report {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FILE = Path.of("target", "proof", "report.jsonl");

    private Report() {}

    public static void add(String proof, Map<String, ?> figures) {
        var line = new LinkedHashMap<String, Object>();
        line.put("proof", proof);
        line.putAll(figures);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE,
                    JSON.writeValueAsString(line) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
