package dev.tidegate.ingestion.receive;

import static dev.tidegate.ingestion.receive.Sender.assertProblem;
import static dev.tidegate.ingestion.receive.Sender.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.RawLog;
import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.TenantId;
import dev.tidegate.testing.Served;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static Sender sender;

    @BeforeAll
    static void serve() {
        sender = new Sender(MessagesTest.class, Map.of());
    }

    @AfterAll
    static void close() {
        sender.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/edi-x12",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain; charset=utf-16"
            })
    void theBytesComeBackAsTheyWentInWhateverTheyAre(String contentType) throws Exception {
        var bytes = new byte[3_000];
        new Random(contentType.hashCode()).nextBytes(bytes);

        var answer = sender.send("json", contentType, bytes);

        var json = Served.json(answer);
        assertThat(json.get("lane").asString()).isEqualTo("express");
        assertThat(json.get("bytes").asInt()).isEqualTo(bytes.length);
        assertThat(json.get("sha256").asString()).isEqualTo(sha256(bytes));
        assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).contains("r=");
        var raw = sender.raw(sender.token, receipt(answer));
        assertThat(raw.statusCode()).isEqualTo(200);
        assertThat(raw.body()).isEqualTo(bytes);
        assertThat(raw.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase(contentType.replace(" ", ""));
    }

    @Test
    void theRecordSaysWhoSentWhatWithinWhichTrace() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer =
                sender.served.send(
                        sender.to("x12", "application/edi-x12")
                                .header("Message-Id", "po-1")
                                .header("Ordering-Key", "k")
                                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                                .POST(BodyPublishers.ofString("ISA*00*~")));

        var tenant = new TenantId("acme");
        var at =
                sender.served
                        .bean(Receipts.class)
                        .read(tenant, receipt(answer))
                        .orElseThrow()
                        .first();
        var kept = sender.served.bean(RawLog.class).find(tenant, at).orElseThrow();
        assertThat(kept.principal()).isEqualTo("acme");
        assertThat(kept.trace()).isEqualTo(trace);
        assertThat(kept.message().messageId()).contains("po-1");
        assertThat(kept.message().source().value()).isEqualTo("x12");
        assertThat(sender.served.bean(RawLog.class).find(new TenantId("globex"), at)).isEmpty();
    }

    @Test
    void aForgedReceiptAndAnotherTenantsReadTheSame() {
        var receipt = receipt(sender.send("json", "application/json", "{}"));
        var other =
                sender.served.token(
                        sender.served.client("globex", "globex", Sender.SCOPES.split(" ")));
        var forged = (receipt.charAt(0) == 'A' ? "B" : "A") + receipt.substring(1);

        var theirs = sender.raw(other, receipt);
        assertThat(theirs.statusCode()).isEqualTo(404);
        for (var wrong : List.of(forged, "x", "AAAA", receipt + "A")) {
            var answer = sender.raw(sender.token, wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(404);
            assertThat(withoutTrace(answer.body())).isEqualTo(withoutTrace(theirs.body()));
        }
    }

    @Test
    void anUnknownSourceIsToldHowToMakeIt() {
        var answer = sender.send("nobody", "application/json", "{}");

        assertProblem(answer, 404, "unknown_source");
        assertThat(Served.json(answer).get("next_steps").get(0).asString())
                .contains("PUT /v1/sources/nobody");
    }

    @Test
    void anEmptyBodyIsRefused() {
        for (var type : List.of("application/json", "application/x-ndjson", "text/csv")) {
            assertProblem(sender.send("csv", type, new byte[0]), 400, "empty_body");
        }
        assertProblem(sender.send("json", "application/x-ndjson", "\n \n\r\n"), 400, "empty_body");
    }

    @Test
    void eachLineIsAMessageAndBlankOnesAreNone() {
        var first = "{\"a\":1}";
        var second = "not json at all \u00e9";
        var third = "{\"c\":\"" + "x".repeat(300_000) + "\"}";
        var body = first + "\n\n" + second + "\r\n   \n" + third;

        var answer =
                sender.served.send(
                        sender.to("json", "application/x-ndjson")
                                .header("Message-Id", "batch")
                                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var receipts = Served.json(answer).get("receipts");
        assertThat(receipts.size()).isEqualTo(3);
        var expected = List.of(first, second, third);
        var ids = List.of("batch/1", "batch/3", "batch/5");
        for (int i = 0; i < 3; i++) {
            var bytes = expected.get(i).getBytes(StandardCharsets.UTF_8);
            assertThat(receipts.get(i).get("sha256").asString()).isEqualTo(sha256(bytes));
            var receipt = receipts.get(i).get("receipt").asString();
            assertThat(sender.raw(sender.token, receipt).body()).isEqualTo(bytes);
            var tenant = new TenantId("acme");
            var at = sender.served.bean(Receipts.class).read(tenant, receipt).orElseThrow().first();
            assertThat(
                            sender.served
                                    .bean(RawLog.class)
                                    .find(tenant, at)
                                    .orElseThrow()
                                    .message()
                                    .messageId())
                    .contains(ids.get(i));
        }
    }

    @Test
    void tenThousandLinesHaveTenThousandAddresses() {
        var body = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            body.append("{\"n\":").append(i).append("}\n");
        }

        var answer = sender.send("json", "application/x-ndjson", body.toString());

        assertThat(answer.statusCode()).isEqualTo(202);
        var receipts = Served.json(answer).get("receipts");
        var addresses = new HashSet<String>();
        receipts.forEach(receipt -> addresses.add(receipt.get("receipt").asString()));
        assertThat(addresses).hasSize(10_000);
        var last = receipts.get(9_999).get("receipt").asString();
        assertThat(sender.raw(sender.token, last).body())
                .isEqualTo("{\"n\":9999}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineThatIsTooLongStopsTheRestAndTheReceiptsOfTheOthersAreTold() {
        var body = "{\"a\":1}\n{\"b\":2}\n" + "x".repeat(1_100_000) + "\n{\"d\":4}\n";

        var answer = sender.send("json", "application/x-ndjson", body);

        assertProblem(answer, 413, "message_too_large");
        var problem = Served.json(answer);
        assertThat(problem.get("accepted").asInt()).isEqualTo(2);
        assertThat(problem.get("receipts").size()).isEqualTo(2);
        assertThat(problem.get("receipts").get(1).get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("errors").get(0).get("pointer").asString()).isEqualTo("line:3");
        var kept = problem.get("receipts").get(1).get("receipt").asString();
        assertThat(sender.raw(sender.token, kept).body())
                .isEqualTo("{\"b\":2}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachPartIsAMessageWithItsOwnTypeAndName() {
        var binary = new byte[200_000];
        new Random(7).nextBytes(binary);
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ascii("preamble, nobody's\r\n--b\r\nContent-Type: application/json\r\n\r\n"));
        body.writeBytes(ascii("{\"a\":1}"));
        body.writeBytes(ascii("\r\n--b\r\nContent-Type: image/png\r\nMessage-Id: scan-1\r\n\r\n"));
        body.writeBytes(binary);
        body.writeBytes(ascii("\r\n--b\r\n\r\nno header\r\n--other\r\n--b--\r\nepilogue"));

        var answer = sender.send("json", "multipart/mixed; boundary=\"b\"", body.toByteArray());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var texts = new ArrayList<String>();
        Served.json(answer)
                .get("receipts")
                .forEach(receipt -> texts.add(receipt.get("receipt").asString()));
        assertThat(texts).hasSize(3);
        var second = sender.raw(sender.token, texts.get(1));
        assertThat(second.body()).isEqualTo(binary);
        assertThat(second.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(sender.raw(sender.token, texts.get(2)).body())
                .isEqualTo(ascii("no header\r\n--other"));
    }

    @Test
    void partsWithoutALastBoundaryAreToldWhichWereTaken() {
        var body = "--b\r\n\r\none\r\n--b\r\n\r\ntwo";

        var answer = sender.send("json", "multipart/mixed; boundary=b", body);

        assertProblem(answer, 400, "malformed_multipart");
        assertThat(Served.json(answer).get("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void gzipIsUnpackedAndOtherCodingsAreNot() throws Exception {
        var plain = ascii("{\"a\":\"" + "packed ".repeat(1_000) + "\"}");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }

        var answer =
                sender.served.send(
                        sender.to("json", "application/json")
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
        assertThat(sender.raw(sender.token, receipt(answer)).body()).isEqualTo(plain);

        var brotli =
                sender.served.send(
                        sender.to("json", "application/json")
                                .header("Content-Encoding", "br")
                                .POST(BodyPublishers.ofByteArray(plain)));
        assertProblem(brotli, 415, "unsupported_content_encoding");
        var lying =
                sender.served.send(
                        sender.to("json", "application/json")
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofByteArray(plain)));
        assertProblem(lying, 400, "malformed_gzip");
    }

    @Test
    void anUnusableMessageIdIsRefused() {
        var answer =
                sender.served.send(
                        sender.to("json", "application/json")
                                .header("Message-Id", "x".repeat(201))
                                .POST(BodyPublishers.ofString("{}")));

        assertProblem(answer, 400, "invalid_header");
    }

    @Test
    void whoMayNotSendIsToldSo() {
        var token = sender.served.token(sender.served.client("readonly", "acme", "orders:read"));
        var answer =
                sender.served.send(
                        sender.served
                                .request(token, "/v1/sources/json/messages")
                                .POST(BodyPublishers.ofByteArray(new byte[4_000_000])));

        assertProblem(answer, 403, "insufficient_scope");
    }

    private static String withoutTrace(byte[] problem) {
        return new String(problem, StandardCharsets.UTF_8)
                .replaceAll("\"trace_id\":\"[0-9a-f]*\"", "");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
