package dev.tidegate.proof.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What has stopped such programs before. */
final class Payloads {
    private static final int DEEP = 100_000;
    private static final int MEGABYTE = 1 << 20;
    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/x-ndjson",
                    "text/csv",
                    "application/xml",
                    "application/edi-x12",
                    "multipart/mixed; boundary=x",
                    "application/octet-stream",
                    "text/plain; charset=utf-7");
    static final String X12 =
            "ISA*00*          *00*          *ZZ*BUYER          *ZZ*SELLER         *261124*0930*U*00401*000000905*0*P*>~"
                    + "GS*PO*BUYER*SELLER*20261124*0930*1*X*004010~ST*850*0001~BEG*00*SA*PO-1001**20261124~"
                    + "N1*ST*Big Store North*92*DC1~PO1*1*12*EA*9.95**VP*SKU-1*UP*012345678905~CTT*1~SE*6*0001~"
                    + "GE*1*1~IEA*1*000000905~";

    private Payloads() {}

    static Stream<Attack> all() {
        return Stream.of(entities(), nesting(), text(), sizes(), numbers(), archives(), edi())
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> entities() {
        var bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a0 \"ha\">"
                        + IntStream.rangeClosed(1, 40)
                                .mapToObj(
                                        i ->
                                                "<!ENTITY a%d \"&a%d;&a%d;\">"
                                                        .formatted(i, i - 1, i - 1))
                                .collect(Collectors.joining())
                        + "]><a>&a40;</a>";
        var file = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        return Stream.of("json", "csv", "x12")
                .flatMap(
                        source ->
                                Stream.of(
                                        Attack.of(
                                                "entity bomb",
                                                source,
                                                "application/xml",
                                                bytes(bomb)),
                                        Attack.of(
                                                "entity of a file",
                                                source,
                                                "application/xml",
                                                bytes(file))));
    }

    private static Stream<Attack> nesting() {
        return Stream.of(
                Attack.json("deep arrays", "[".repeat(DEEP) + "]".repeat(DEEP)),
                Attack.json("deep arrays, never closed", "[".repeat(DEEP)),
                Attack.json("deep objects", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
                Attack.json(
                        "deep inside an order",
                        "{\"type\":\"order\",\"lines\":"
                                + "[".repeat(DEEP)
                                + "]".repeat(DEEP)
                                + "}"),
                Attack.of(
                        "deep lines",
                        "json",
                        "application/x-ndjson",
                        bytes(("[".repeat(DEEP) + "\n").repeat(5))));
    }

    private static Stream<Attack> text() {
        return Stream.of(
                Attack.of(
                        "invalid UTF-8",
                        "json",
                        "application/json",
                        latin("{\"type\":\"\u00ff\u00fe\u00c0\u0080\"}")),
                Attack.of(
                        "invalid UTF-8",
                        "csv",
                        "text/csv",
                        latin("type,number\norder,\u00ff\u00fe\n")),
                Attack.json("NUL in a name", order("SO\\u0000-1")),
                Attack.json("a raw NUL", "{\"type\":\"order\u0000\"}"),
                Attack.csv("NUL in a field", "movement_id,kind,item\nMV\u0000,receipt,SKU\n"),
                Attack.x12("NUL in an element", X12.replace("PO-1001", "PO\u0000")),
                Attack.json("lone surrogate", order("SO-\\ud800")),
                Attack.json("right-to-left override", order("\u202eSO-1")),
                Attack.json(
                        "the same name 100,000 times", "{" + "\"a\":1,".repeat(DEEP) + "\"b\":2}"),
                Attack.of(
                        "UTF-16 as JSON",
                        "json",
                        "application/json",
                        "{\"type\":\"order\"}".getBytes(StandardCharsets.UTF_16)),
                Attack.json("only blanks", " ".repeat(MEGABYTE)),
                Attack.csv("a script", "type,number\norder,<script>alert(1)</script>\n"),
                Attack.csv("a formula", "movement_id,kind\n=cmd|'/c calc'!A0,receipt\n"));
    }

    private static Stream<Attack> sizes() {
        return Stream.of(
                Attack.json("an order of 200,000 lines", manyLines()),
                Attack.json("a name of 4 MB", order("S".repeat(4 * MEGABYTE))),
                Attack.json("names that collide", "{" + colliding() + "}"),
                Attack.csv(
                        "a million columns",
                        "a,".repeat(MEGABYTE) + "z\n" + "1,".repeat(MEGABYTE) + "1\n"),
                Attack.csv("a quote never closed", "a,b\n\"" + "x".repeat(7 * MEGABYTE)),
                Attack.csv("quotes all over", "a,b\n" + "\"\"".repeat(3 * MEGABYTE) + "\n"),
                Attack.of(
                        "empty lines",
                        "json",
                        "application/x-ndjson",
                        bytes("\n".repeat(3 * MEGABYTE))),
                Attack.of(
                        "parts without end",
                        "json",
                        "multipart/mixed; boundary=x",
                        bytes("--x\r\n\r\n1\r\n".repeat(50_000))),
                Attack.of(
                        "no boundary", "json", "multipart/mixed", bytes("--x\r\n\r\n1\r\n--x--")));
    }

    private static Stream<Attack> numbers() {
        return Stream.of(
                        "1e1000000000",
                        "1e-1000000000",
                        "-1e2147483648",
                        "9".repeat(MEGABYTE),
                        "0." + "0".repeat(MEGABYTE) + "1",
                        "NaN",
                        "Infinity")
                .flatMap(
                        number ->
                                Stream.of(
                                        Attack.json(
                                                "quantity " + shortly(number), movement(number)),
                                        Attack.json(
                                                "quantity \"" + shortly(number) + "\"",
                                                movement("\"" + number + "\"")),
                                        Attack.json(
                                                "version " + shortly(number),
                                                order("SO-1")
                                                        .replace(
                                                                "\"version\":1",
                                                                "\"version\":" + number))));
    }

    private static Stream<Attack> archives() {
        return Stream.of(
                Attack.of("a zip", "csv", "text/csv", zip()),
                Attack.of("a zip", "json", "application/json", zip()),
                Attack.of("a zip", "x12", "application/edi-x12", zip()),
                Attack.of("a gigabyte of zeros, gzipped", "csv", "text/csv", gzipOfAGigabyte())
                        .compressed("gzip"),
                Attack.of(
                                "a gigabyte of zeros, gzipped",
                                "json",
                                "application/x-ndjson",
                                gzipOfAGigabyte())
                        .compressed("gzip"),
                Attack.of("gzip that is none", "json", "application/json", bytes("{}"))
                        .compressed("gzip"),
                Attack.of("an encoding nobody knows", "json", "application/json", bytes("{}"))
                        .compressed("x-lzma"));
    }

    private static Stream<Attack> edi() {
        var body = X12.substring(106);
        return Stream.of(
                Attack.x12("ISA 50,000 times", X12.substring(0, 106).repeat(50_000)),
                Attack.x12(
                        "a segment of a million elements",
                        X12.replace("CTT*1", "CTT" + "*".repeat(MEGABYTE))),
                Attack.x12(
                        "a segment never ended",
                        X12.substring(0, 106) + "GS*" + "A".repeat(5 * MEGABYTE)),
                Attack.x12("terminator and separator alike", X12.replace('~', '*')),
                Attack.x12("letters as delimiters", X12.replace('*', 'A')),
                Attack.x12("100,000 empty segments", X12.replace("CTT*1~", "~".repeat(DEEP))),
                Attack.x12(
                        "a count beyond all numbers", X12.replace("SE*6", "SE*" + "9".repeat(500))),
                Attack.x12("shipment levels in a circle", X12.substring(0, 106) + circle(body)),
                Attack.x12("the body without its envelope", body));
    }

    private static String circle(String body) {
        return "GS*SH*A*B*20261124*0930*1*X*004010~ST*856*0001~BSN*00*SH1*20261124*0930~"
                + "HL*1*2*S~HL*2*1*O~PRF*PO-1~HL*3*3*I~LIN**VP*SKU-1~SN1**1*EA~SE*8*0001~GE*1*1~IEA*1*000000905~";
    }

    /** The sample, cut after each of its bytes. */
    static Stream<Attack> truncations() {
        return IntStream.range(1, X12.length())
                .mapToObj(length -> Attack.x12("cut after " + length, X12.substring(0, length)));
    }

    /** Noise of every content type to every source. */
    static Stream<Attack> noise(long seed, int times) {
        var random = new Random(seed);
        return IntStream.range(0, times)
                .mapToObj(
                        i -> {
                            var bytes = new byte[1 + random.nextInt(2_000)];
                            random.nextBytes(bytes);
                            var source = List.of("json", "csv", "x12").get(random.nextInt(3));
                            return Attack.of(
                                    "noise " + i,
                                    source,
                                    TYPES.get(random.nextInt(TYPES.size())),
                                    bytes);
                        });
    }

    static String order(String number) {
        return """
        {"type":"order","kind":"sales","number":"%s","version":1,"ordered_at":"2026-11-24T09:30:00Z",
         "lines":[{"line":"1","item":"SKU-1","quantity":"1","location":"DC1"}]}
        """
                .formatted(number);
    }

    private static String movement(String quantity) {
        return """
        {"type":"stock_movement","number":"MV-H","kind":"receipt","item":"SKU-1","location":"DC1",
         "quantity":%s,"occurred_at":"2026-11-24T08:00:00Z"}
        """
                .formatted(quantity);
    }

    private static String manyLines() {
        var line = "{\"line\":\"1\",\"item\":\"S\",\"quantity\":\"1\"}";
        return "{\"type\":\"order\",\"kind\":\"sales\",\"number\":\"SO-L\",\"version\":1,"
                + "\"ordered_at\":\"2026-11-24T09:30:00Z\",\"lines\":["
                + (line + ",").repeat(200_000)
                + line
                + "]}";
    }

    /** "Aa" and "BB" have one hash code, and so has every mix of them. */
    private static String colliding() {
        return IntStream.range(0, 1 << 14)
                .mapToObj(
                        i ->
                                "\""
                                        + IntStream.range(0, 14)
                                                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                                .collect(Collectors.joining())
                                        + "\":1")
                .collect(Collectors.joining(","));
    }

    private static byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("orders.csv"));
            zip.write(new byte[100_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gzipOfAGigabyte() {
        var out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            var block = new byte[MEGABYTE];
            for (int i = 0; i < 1024; i++) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String shortly(String text) {
        return text.length() > 20 ? text.substring(0, 12) + "... " + text.length() : text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
