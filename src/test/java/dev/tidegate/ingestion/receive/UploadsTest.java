package dev.tidegate.ingestion.receive;

import static dev.tidegate.ingestion.receive.Sender.assertProblem;
import static dev.tidegate.ingestion.receive.Sender.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.RawLog;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.TenantId;
import dev.tidegate.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files that are cut at record borders. */
class UploadsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final String HEADER = "Order Number,line,item,note\n";
    private static Sender sender;

    @BeforeAll
    static void serve() {
        sender = new Sender(UploadsTest.class, Map.of());
    }

    @AfterAll
    static void close() {
        sender.close();
    }

    @Test
    void twentyMegabytesOfCsvComeBackByteForByteUnderOneReceipt() {
        var file = orders(20_000_000);

        var answer = sender.send("csv", "text/csv", file);

        assertThat(Served.json(answer).get("bytes").asInt()).isEqualTo(file.length);
        var receipt = receipt(answer);
        assertThat(chunks(receipt)).hasSizeBetween(18, 25);
        var raw = sender.raw(sender.token, receipt);
        assertThat(raw.body()).isEqualTo(file);
    }

    @Test
    void noChunkPartsARowOrAnOrderAndEachKnowsItsColumnsAndItsPlace() {
        var file = orders(5_000_000);

        var chunks = chunks(receipt(sender.send("csv", "text/csv", file)));

        long rows = 0;
        String lastOrder = "";
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            var text = new String(chunk.bytes(), StandardCharsets.UTF_8);
            assertThat(new String(chunk.preamble(), StandardCharsets.UTF_8))
                    .isEqualTo(i == 0 ? "" : HEADER);
            assertThat(chunk.recordsBefore()).isEqualTo(rows);
            var body = i == 0 ? text.substring(HEADER.length()) : text;
            var firstOrder = body.substring(0, body.indexOf(','));
            assertThat(firstOrder).startsWith("PO-").isNotEqualTo(lastOrder);
            rows += rowsOf(body) + (i == 0 ? 1 : 0);
            var lastRow = body.lastIndexOf("\nPO-");
            lastOrder = body.substring(lastRow + 1, body.indexOf(',', lastRow));
        }
    }

    @Test
    void aFileOfOneOrderIsNotPartedUntilItMustBe() {
        var file = new StringBuilder(HEADER);
        while (file.length() < 3_000_000) {
            file.append("PO-1,").append(file.length()).append(",item,\"a, b\"\n");
        }

        var chunks = chunks(receipt(sender.send("csv", "text/csv", file.toString())));

        assertThat(chunks).hasSize(1);
        assertThat(chunks.getFirst().preamble()).isEmpty();
    }

    @Test
    void aSmallFileIsOneMessage() {
        var file = HEADER + "PO-1,1,item,note\n";

        var chunks = chunks(receipt(sender.send("csv", "text/csv", file)));

        assertThat(chunks).hasSize(1);
        assertThat(chunks.getFirst().bytes()).isEqualTo(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesOfAFileAreCutAtTheirEnds() {
        var file = new StringBuilder();
        while (file.length() < 3_000_000) {
            file.append("{\"at\":").append(file.length()).append("}\n");
        }

        var answer = sender.send("json", "application/jsonl", file.toString());

        var chunks = chunks(receipt(answer));
        assertThat(chunks).hasSizeGreaterThan(2);
        long lines = 0;
        for (var chunk : chunks) {
            var text = new String(chunk.bytes(), StandardCharsets.UTF_8);
            assertThat(text).startsWith("{").endsWith("}\n");
            assertThat(chunk.recordsBefore()).isEqualTo(lines);
            lines += text.lines().count();
        }
    }

    @Test
    void aQuoteThatNothingClosesIsRefusedWithItsRowAndWhatCameBeforeIsTold() {
        var file = new StringBuilder(new String(orders(2_500_000), StandardCharsets.UTF_8));
        file.append("PO-X,1,item,\"never closed\n");
        while (file.length() < 12_000_000) {
            file.append("PO-Y,1,item,note\n");
        }

        var answer = sender.send("csv", "text/csv", file.toString());

        assertProblem(answer, 413, "record_too_large");
        var kept = Served.json(answer).get("receipt").asString();
        assertThat(file.toString())
                .startsWith(
                        new String(sender.raw(sender.token, kept).body(), StandardCharsets.UTF_8));
    }

    @Test
    void aFileWhoseSenderHangsUpKeepsWholeRowsOnly() {
        var file = orders(3_000_000);
        var answer =
                sender.served.send(
                        sender.to("csv", "text/csv")
                                .POST(BodyPublishers.ofByteArray(file, 0, 2_400_000)));
        var text =
                new String(
                        sender.raw(sender.token, receipt(answer)).body(), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo(new String(file, 0, 2_400_000, StandardCharsets.UTF_8));
        assertThat(chunks(receipt(answer)).getFirst().bytes()).endsWith((byte) '\n');
    }

    private static List<RawMessage> chunks(String receipt) {
        var known = sender.served.bean(Receipts.class).read(ACME, receipt).orElseThrow();
        var log = sender.served.bean(RawLog.class);
        return known.addresses().stream()
                .map(address -> log.find(ACME, address).orElseThrow().message())
                .toList();
    }

    /** Orders of one to nine rows, with quotes, commas and line breaks within fields. */
    private static byte[] orders(int size) {
        var random = new Random(11);
        var file = new StringBuilder(HEADER);
        for (int order = 0; file.length() < size; order++) {
            for (int line = 0; line <= random.nextInt(9); line++) {
                file.append("PO-").append(order).append(',').append(line).append(",item \u00e9,");
                file.append("\"note, with a \"\"quote\"\"\nand ")
                        .append("x".repeat(random.nextInt(120)));
                file.append("\"\n");
            }
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long rowsOf(String body) {
        return body.lines().filter(line -> line.startsWith("PO-")).count();
    }
}
