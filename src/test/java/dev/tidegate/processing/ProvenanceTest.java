package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.document.Numbers;
import dev.tidegate.processing.document.Printable;
import dev.tidegate.processing.document.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Where canonical fields came from: each format, each way that a mapping makes a value. */
class ProvenanceTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final int LITERAL_LENGTH_MIN = 4;
    private static final int TEXT_LENGTH_MAX = 400;

    @Test
    void tellsTheElementsOfX12() {
        assertThat(told(Given.x12(), Samples.X12_ORDER))
                .contains(
                        "/number BEG[1]-03 (segment 2) \"PO-1001\"",
                        "/currency CUR[1]-02 (segment 3) \"USD\"",
                        "/requested_on DTM[1]-02 (segment 4) \"20261201\"",
                        "/partner/name N1[1]-02 (segment 5) \"Big Store\"",
                        "/lines/1/item PO1[2]-07 (segment 8) \"SKU-2\"",
                        "/lines/0/quantity PO1[1]-02 (segment 7) \"12\"",
                        "/lines/2/quantity PO1[3]-02 (segment 9) \"1.5\"",
                        "/lines/2/unit PO1[3]-03 (segment 9) \"LB\"",
                        "/lines/2/unit_price PO1[3]-04 (segment 9) \"4.1999\"");
    }

    @Test
    void tellsTheComponentsOfEdifact() {
        assertThat(told(Given.edifact(), Samples.EDIFACT_ORDER))
                .contains(
                        "/number BGM[1]-02 (segment 2) \"PO-1001\"",
                        "/partner/gln NAD[1]-02 (segment 5) \"4012345000009\"",
                        "/lines/0/quantity QTY[1]-01-2 (segment 9) \"12\"",
                        "/lines/1/quantity QTY[2]-01-2 (segment 12) \"1.5\"");
    }

    @Test
    void tellsThePointersOfJson() {
        assertThat(told(Given.json(), Samples.JSON_ORDER))
                .contains(
                        "/number /number \"\"SO-1001\"\"",
                        "/lines/1/quantity /lines/1/quantity \"3\"",
                        "/lines/2/unit_price /lines/2/unit_price \"\"4.1999\"\"");
    }

    @Test
    void tellsTheCellsOfCsv() {
        assertThat(told(Given.csv(), Samples.csvMovements(2)))
                .anyMatch(line -> line.matches("/quantity row:2 column \"quantity\" \".+\""));
    }

    @Test
    void tellsWhatAWordOfTheMappingWasChosenBy() {
        var source =
                Given.with(
                        Given.json(),
                        """
                        {"type": "order", "version": 1, "body": {
                          "number": $uppercase(no), "kind": kind = "S" ? "sales" : "purchase",
                          "ordered_at": $timestamp(day, time), "currency": "EUR",
                          "lines": rows.{"line": $string(n), "item": sku, "quantity": $decimal(qty),
                                         "unit": $code({"PC": "EA"}, uom)}}}
                        """);
        String document =
                """
                {"no": "a-1", "kind": "S", "day": "20261124", "time": "0930", "rows": [
                 {"n": 1, "sku": "X", "qty": "5", "uom": "PC"},
                 {"n": 2, "sku": "Y", "qty": "5", "uom": "PC"}]}
                """;

        assertThat(told(source, document))
                .contains(
                        "/number /no \"\"a-1\"\"",
                        "/kind /kind \"\"S\"\"",
                        "/ordered_at /day \"\"20261124\"\" /time \"\"0930\"\"",
                        "/currency",
                        "/lines/0/line /rows/0/n \"1\"",
                        "/lines/0/quantity /rows/0/qty \"\"5\"\"",
                        "/lines/1/quantity /rows/1/qty \"\"5\"\"",
                        "/lines/0/unit /rows/0/uom \"\"PC\"\"",
                        "/lines/1/unit /rows/1/uom \"\"PC\"\"");
    }

    @Test
    void countsBytesAndNotCharacters() {
        var bytes =
                "{\"type\":\"order\",\"number\":\"Größe-1\",\"note\":\"\uD83D\uDE00\"}"
                        .getBytes(StandardCharsets.UTF_8);
        var source =
                Given.with(
                        Given.json(),
                        """
                        {"type": "order", "version": 1, "body": {"number": number & "/" & note,
                         "kind": "sales", "ordered_at": "2026-11-24T00:00:00Z", "currency": "EUR",
                         "lines": [{"line": "1", "item": "A", "quantity": "1"}]}}
                        """);
        var field =
                origins(source, bytes).getFirst().stream()
                        .filter(one -> one.pointer().equals("/number"))
                        .findFirst()
                        .orElseThrow();

        assertThat(field.from())
                .extracting(FieldOrigin.Place::text)
                .containsExactly("\"Größe-1\"", "\"\uD83D\uDE00\"");
        field.from().forEach(place -> assertThat(cut(bytes, place)).isEqualTo(place.text()));
    }

    @TestFactory
    Stream<DynamicTest> everyLiteralValueOfASampleHasAPlaceThatHoldsIt() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files
                    .filter(file -> !file.toString().endsWith(".events"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(
                            file ->
                                    DynamicTest.dynamicTest(
                                            file.getFileName().toString(),
                                            () -> {
                                                var missing =
                                                        missing(GoldenTest.source(file), file);
                                                assertThat(missing).isEmpty();
                                            }));
        }
    }

    @Test
    @Tag("real-data")
    void everyLiteralValueOfARealMessageHasAPlaceThatHoldsIt() throws IOException {
        var missing = new ArrayList<String>();
        int messages = 0;
        for (var folder : FOLDERS.entrySet()) {
            for (Path file : files(folder.getKey())) {
                missing.addAll(missing(folder.getValue(), file));
                messages++;
            }
        }
        assumeThat(messages).as("real messages").isPositive();
        assertThat(missing).isEmpty();
    }

    private static final Map<String, SourceDefinition> FOLDERS =
            Map.of(
                    "edi-x12", Given.x12(),
                    "edifact", Given.edifact(),
                    "idoc", Given.xml("idoc"),
                    "ubl", Given.xml("ubl"),
                    "epcis", Given.epcis());

    private static List<Path> files(String folder) throws IOException {
        var root =
                Stream.of("../shared/fixtures", "../../shared/fixtures")
                        .map(base -> Path.of(base, folder))
                        .filter(Files::isDirectory)
                        .findFirst();
        if (root.isEmpty()) {
            return List.of();
        }
        try (var all = Files.walk(root.get())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Fields whose value stands in the bytes as it is, without a place that holds it. */
    private static List<String> missing(SourceDefinition source, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        var missing = new ArrayList<String>();
        var events = Given.events(source, bytes);
        var origins = origins(source, bytes);
        for (int i = 0; i < events.size(); i++) {
            var body = JsonMapper.shared().readTree(BodyJson.of(events.get(i).body()));
            for (FieldOrigin field : origins.get(i)) {
                String value = body.at(field.pointer()).asString();
                for (var place : field.from()) {
                    if (place.offset() != null && !same(bytes, place)) {
                        missing.add(file + " other text at " + place);
                    }
                }
                if (isLiteral(text, value)
                        && !isWordOf(source, value)
                        && !isTold(source, field, value)) {
                    missing.add(file.getFileName() + " " + field + " = " + value);
                }
            }
        }
        return missing;
    }

    /**
     * Whether the value stands in the bytes as a word of its own. Words in small letters are the
     * canonical model's, which may stand there by chance.
     */
    private static boolean isLiteral(String text, String value) {
        return value.length() >= LITERAL_LENGTH_MIN
                && !value.matches("[a-z_]+")
                && Pattern.compile("(?<![\\w.])" + Pattern.quote(value) + "(?![\\w.])")
                        .matcher(text)
                        .find();
    }

    /**
     * Whether a place holds the value; numbers may have their points elsewhere. EPCIS tells GS1
     * keys in URNs, from which the value is made though it may stand elsewhere as it is.
     */
    private static boolean isTold(SourceDefinition source, FieldOrigin field, String value) {
        return source.adapter() == SourceDefinition.Adapter.EPCIS
                ? !field.from().isEmpty()
                : field.from().stream().anyMatch(place -> holds(place, value));
    }

    /** What the mapping itself says may stand in the bytes by chance. */
    private static boolean isWordOf(SourceDefinition source, String value) {
        return source.mapping().expression().contains("\"" + value + "\"");
    }

    private static boolean holds(FieldOrigin.Place place, String value) {
        String text = place.text() == null ? "" : place.text().replaceAll("[\r\n]", "");
        return text.contains(value)
                || text.length() >= TEXT_LENGTH_MAX - 20 && value.startsWith(text.substring(0, 50))
                || Numbers.decimal(value) != null && digits(text).equals(digits(value));
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "").replaceAll("^0+|0+$", "");
    }

    /** Whether the bytes at the place are its text; told for UTF-8 only. */
    private static boolean same(byte[] bytes, FieldOrigin.Place place) {
        return Utf8.firstInvalid(bytes, 0, bytes.length) >= 0
                || Printable.text(cut(bytes, place), TEXT_LENGTH_MAX).equals(place.text());
    }

    private static String cut(byte[] bytes, FieldOrigin.Place place) {
        int offset = Math.toIntExact(place.offset());
        return new String(
                Arrays.copyOfRange(bytes, offset, offset + place.length()), StandardCharsets.UTF_8);
    }

    private static List<String> told(SourceDefinition source, String text) {
        return origins(source, text.getBytes(StandardCharsets.UTF_8)).getFirst().stream()
                .map(ProvenanceTest::told)
                .toList();
    }

    private static String told(FieldOrigin field) {
        var line = new StringBuilder(field.pointer());
        field.from()
                .forEach(
                        place ->
                                line.append(' ')
                                        .append(place.place())
                                        .append(" \"" + place.text() + "\""));
        return line.toString();
    }

    private static List<List<FieldOrigin>> origins(SourceDefinition source, byte[] bytes) {
        RawMessage message = Given.message(source, "application/octet-stream", bytes);
        return new Origins(
                        NormaliserSettings.DEFAULTS,
                        new ProvenanceSettings(500_000, 10_000, 20_000, 20, TEXT_LENGTH_MAX))
                .of(message, source);
    }
}
