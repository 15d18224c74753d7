package dev.tidegate.ingestion.receive;

import static dev.tidegate.ingestion.receive.Sender.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.testing.Served;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes, memory stays flat and the answer says why. */
class BoundsTest {
    private static final long GIGABYTE = 1024L * 1024 * 1024;

    /** 64 lines of a thousand bytes, as a chunk of HTTP/1.1. */
    private static final byte[] PIECE =
            ("fa00\r\n" + ("x,".repeat(499) + "x\n").repeat(64) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final byte[] DROP = {'x'};
    private static Sender sender;

    @BeforeAll
    static void serve() {
        sender =
                new Sender(
                        BoundsTest.class,
                        Map.of(
                                "tidegate.ingestion.body-timeout", "4s",
                                "tidegate.ingestion.upload-size-max", "32MB",
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

    @ParameterizedTest
    @CsvSource({
        "application/json, message_too_large",
        "application/x-ndjson, too_many_messages",
        "text/csv, message_too_large"
    })
    void aGigabyteIsRefusedHoweverItIsSentAndMemoryStaysFlat(String type, String code)
            throws IOException {
        long before = used();
        try (var announced =
                connect("csv", type, "Expect: 100-continue\r\nContent-Length: " + GIGABYTE)) {
            assertThat(announced.awaitAnswer("message_too_large")).startsWith("HTTP/1.1 413");
        }
        try (var endless = connect("csv", type, "Transfer-Encoding: chunked")) {
            for (long sent = 0; sent < GIGABYTE && !endless.isAnswered(); sent += PIECE.length) {
                endless.send(PIECE);
            }
            assertThat(endless.awaitAnswer(code)).startsWith("HTTP/1.1 413");
        }
        assertThat(used() - before).isLessThan(100L * 1024 * 1024);
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
    void aSenderThatDripsIsCutOffAndOthersAreServedMeanwhile() throws IOException {
        try (var dripper = connect("json", "application/json", "Content-Length: 100000");
                var tap = Executors.newSingleThreadScheduledExecutor()) {
            tap.scheduleAtFixedRate(() -> dripper.send(DROP), 0, 50, TimeUnit.MILLISECONDS);
            assertThat(sender.send("json", "application/json", "{}").statusCode()).isEqualTo(202);
            assertThat(dripper.awaitAnswer("body_too_slow")).startsWith("HTTP/1.1 408");
            tap.shutdownNow();
        }
    }

    @Test
    void aTenantHasSoManyRequestsAtATimeAndIsToldWhenToComeBack() throws IOException {
        var begun = new ArrayList<Wire>();
        try {
            for (int i = 0; i < 8; i++) {
                var wire = connect("json", "application/json", "Content-Length: 10");
                begun.add(wire);
                wire.send(DROP);
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
            begun.forEach(Wire::close);
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

    private static Wire connect(String source, String type, String length) throws IOException {
        var wire = new Wire(new Socket("127.0.0.1", sender.served.url("/").getPort()));
        var head =
                """
                POST /v1/sources/%s/messages HTTP/1.1
                Host: x
                Content-Type: %s
                Authorization: Bearer %s
                %s

                """
                        .formatted(source, type, sender.token, length)
                        .replace("\r\n", "\n")
                        .replace("\n", "\r\n");
        wire.send(head.getBytes(StandardCharsets.US_ASCII));
        return wire;
    }

    /** A connection that listens while it sends: an HTTP client would not hear an early answer. */
    private static final class Wire implements AutoCloseable {
        private final Socket socket;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

        Wire(Socket socket) {
            this.socket = socket;
            Thread.startVirtualThread(this::listen);
        }

        private void listen() {
            try {
                socket.getInputStream().transferTo(heard);
            } catch (IOException closed) {
                return;
            }
        }

        /** A closed connection takes nothing more: what it had to say is heard already. */
        void send(byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException closed) {
                assertThat(isAnswered()).as(closed.toString()).isTrue();
            }
        }

        boolean isAnswered() {
            return heard.size() > 0;
        }

        /** The whole answer, once it names this code. */
        String awaitAnswer(String code) {
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> heard.toString(StandardCharsets.UTF_8),
                            text -> text.contains("\"" + code + "\""));
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
