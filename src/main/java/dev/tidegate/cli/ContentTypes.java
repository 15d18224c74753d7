package dev.tidegate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What a file holds, by its name or else by its first characters. */
final class ContentTypes {
    private static final int LOOK_AT = 1_024;
    private static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Map<String, String> BY_NAME =
            Map.ofEntries(
                    Map.entry("x12", "application/edi-x12"),
                    Map.entry("edifact", "application/edifact"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("tsv", "text/tab-separated-values"),
                    Map.entry("tab", "text/tab-separated-values"),
                    Map.entry("xlsx", WORKBOOK),
                    Map.entry("xls", "application/vnd.ms-excel"),
                    Map.entry("json", "application/json"),
                    Map.entry("ndjson", "application/x-ndjson"),
                    Map.entry("jsonl", "application/x-ndjson"),
                    Map.entry("xml", "application/xml"));

    private ContentTypes() {}

    static String of(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        var named = BY_NAME.get(name.substring(name.lastIndexOf('.') + 1));
        return named == null ? sniffed(start(file)) : named;
    }

    /** Byte-order marks and blanks are skipped: EDI files in the wild begin with either. */
    static String sniffed(String start) {
        var text = start.replace("\uFEFF", "").replace("\u00EF\u00BB\u00BF", "").strip();
        if (text.startsWith("ISA")) {
            return "application/edi-x12";
        }
        if (text.startsWith("UNA") || text.startsWith("UNB")) {
            return "application/edifact";
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return WORKBOOK;
        }
        if (text.startsWith("<")) {
            return "application/xml";
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return "application/json";
        }
        var line = text.lines().findFirst().orElse("");
        return line.matches(".*[,;\\t].*") ? "text/csv" : "application/octet-stream";
    }

    private static String start(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LOOK_AT), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
