package dev.tidegate.ingestion.receive;

import static dev.tidegate.ingestion.receive.Sender.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.testing.Served;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever comes, memory stays flat and the answer says why. */
class BoundsTest {
    private static final long GIGABYTE = 1024L * 1024 * 1024;
    private static Sender sender;

    @BeforeAll
    static void serve() {
        sender =
                new Sender(
                        BoundsTest.class,
                        Map.of(
                                "tidegate.ingestion.body-timeout", "4s",
                                "tidegate.ingestion.requests-max", "8",
                                "tidegate.ingestion.lines-max", "1000"));
    }

    @AfterAll
    static void close() {
        sender.close();
    }

    @Test
    void aMessageAboveTheBoundIsRefusedBeforeItIsRead() {
        assertProblem(
                sender.send("json", "application/json", new byte[8 * 1024 * 1024 + 1]),
                413,
                "message_too_large");
        assertThat(sender.send("json", "application/json", new byte[8 * 1024 * 1024]).statusCode())
                .isEqualTo(202);
    }

    @Test
    void aGigabyteIsRefusedHoweverItIsSentAndMemoryStaysFlat() {
        for (var type : new String[] {"application/json", "application/x-ndjson", "text/csv"}) {
            long before = used();
            var announced =
                    sender.served.send(
                            sender.to("csv", type)
                                    .expectContinue(true)
                                    .POST(
                                            BodyPublishers.fromPublisher(
                                                    BodyPublishers.ofInputStream(Endless::new),
                                                    GIGABYTE)));
            assertProblem(announced, 413, "message_too_large");

            var chunked =
                    sender.served.send(
                            sender.to("csv", type)
                                    .POST(BodyPublishers.ofInputStream(Endless::new)));
            assertThat(chunked.statusCode()).as(type).isEqualTo(413);
            assertThat(used() - before).as(type).isLessThan(200L * 1024 * 1024);
        }
    }

    @Test
    void aBombIsDefusedWhileItUnpacks() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                gzip.write(zeros);
            }
        }

        var answer =
                sender.served.send(
                        sender.to("csv", "text/csv")
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        assertProblem(answer, 413, "inflates_too_much");
    }

    @Test
    void tooManyLinesAreRefusedAndTheFirstOnesKeptWithReceipts() {
        var answer = sender.send("json", "application/x-ndjson", "{}\n".repeat(1_200));

        assertProblem(answer, 413, "too_many_messages");
        assertThat(Served.json(answer).get("accepted").asInt()).isEqualTo(1_000);
    }

    @Test
    void aSenderThatDripsIsCutOffAndOthersAreServedMeanwhile() throws Exception {
        try (var socket = new Socket("127.0.0.1", sender.served.url("/").getPort());
                var tap = Executors.newSingleThreadScheduledExecutor()) {
            var out = socket.getOutputStream();
            out.write(head("json", "Content-Length: 100000"));
            var answer = new ByteArrayOutputStream();
            var reader = Thread.startVirtualThread(() -> copy(socket, answer));
            var dripping = tap.scheduleAtFixedRate(() -> drip(out), 0, 50, TimeUnit.MILLISECONDS);
            assertThat(sender.send("json", "application/json", "{}").statusCode()).isEqualTo(202);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> answer.toString(StandardCharsets.UTF_8).contains("body_too_slow"));
            assertThat(answer.toString(StandardCharsets.UTF_8)).startsWith("HTTP/1.1 408");
            dripping.cancel(true);
            socket.close();
            reader.join();
        }
    }

    @Test
    void aTenantHasSoManyRequestsAtATimeAndIsToldWhenToComeBack() throws Exception {
        var sockets = new java.util.ArrayList<Socket>();
        try {
            for (int i = 0; i < 8; i++) {
                var socket = new Socket("127.0.0.1", sender.served.url("/").getPort());
                sockets.add(socket);
                socket.getOutputStream().write(head("json", "Content-Length: 10"));
                socket.getOutputStream().write('x');
            }
            var refused =
                    Awaitility.await()
                            .atMost(Duration.ofSeconds(3))
                            .until(
                                    () -> sender.send("json", "application/json", "{}"),
                                    answer -> answer.statusCode() == 429);
            assertProblem(refused, 429, "too_many_requests");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sender.send("json", "application/json", "{}").statusCode() == 202);
    }

    @Test
    void manySendersAtOnceAreAllAnswered() throws Exception {
        var started = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    Collections.nCopies(6, 0).stream()
                            .map(
                                    n ->
                                            threads.submit(
                                                    () -> {
                                                        started.await();
                                                        return sender.send(
                                                                        "json",
                                                                        "application/json",
                                                                        new byte[4_000_000])
                                                                .statusCode();
                                                    }))
                            .toList();
            started.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(202);
            }
        }
    }

    private static byte[] head(String source, String length) {
        return ("POST /v1/sources/"
                        + source
                        + "/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer "
                        + sender.token
                        + "\r\n"
                        + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void copy(Socket from, ByteArrayOutputStream to) {
        try {
            from.getInputStream().transferTo(to);
        } catch (IOException closed) {
            return;
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A gigabyte that is made while it is read, in lines. */
    private static final class Endless extends InputStream {
        private static final byte[] LINE =
                ("x,".repeat(499) + "\n").getBytes(StandardCharsets.US_ASCII);
        private long left = GIGABYTE;
        private InputStream line = new ByteArrayInputStream(LINE);

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int filled = 0;
            while (filled < length && left > 0) {
                int got = line.read(into, from + filled, (int) Math.min(length - filled, left));
                if (got < 0) {
                    line = new ByteArrayInputStream(LINE);
                } else {
                    filled += got;
                    left -= got;
                }
            }
            return filled;
        }
    }

    /** One byte; a closed connection ends the dripping. */
    private static void drip(OutputStream out) {
        try {
            out.write('x');
            out.flush();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
