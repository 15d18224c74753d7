package dev.tidegate.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * {@code accept}: how fast the front door takes messages in, durably, beside a bare producer that
 * writes the same records to the same broker in the same run, round by round.
 */
final class Accept implements Benchmark {
    private static final int LINES = 100_000;
    private static final int BATCH = 500;
    private static final int WARM_UP_ROUNDS = 10;
    private static final int CONNECTIONS = 8;
    private static final int SINGLES_PER_SECOND = 2_000;
    private static final int SINGLES = 30_000;
    private static final int SINGLES_WARM_UP = 10_000;
    private static final int SINGLE_CONNECTIONS = 64;
    private static final int LINGER_MS = 1;
    private static final double RATIO_MIN = 0.6;
    private static final double SINGLE_P99_MS_MAX = 20;

    /** Quotas out of the way: what is measured is the door, not its doorman. */
    private static final Map<String, String> SETTINGS = Map.of();

    @Override
    public String name() {
        return "accept";
    }

    @Override
    public Report run(Options options) throws Exception {
        var rounds = new Rounds();
        var lines = OrderLines.many("r", LINES);
        try (var ground = Ground.fresh(options.home());
                var program = Program.start(ground, "api", SETTINGS, List.of());
                var peer = new BarePeer(ground, LINGER_MS)) {
            int port = program.port();
            var tokens = Tokens.of(ground, port);
            var meter = ground.meter().watch("program", program.pid());
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                peer.perSecond(lines, BATCH);
                ndjson(lines, port, tokens(tokens));
            }
            for (int round = 0; round < options.rounds(); round++) {
                bulk(rounds, peer, lines, port, tokens, meter);
            }
            single(rounds, peer, lines, port, tokens, meter, options.rounds());
            rounds.add("rss", Meter.residentPeakMb(program.pid()));
            rounds.add("heap", program.liveHeapMb());
        }
        return report(rounds);
    }

    private static Map<String, String> tokens(Tokens tokens) throws Exception {
        var byTenant = new HashMap<String, String>();
        for (String tenant : Mix.TENANTS) {
            byTenant.put(tenant, tokens.of(tenant));
        }
        return byTenant;
    }

    private static void bulk(
            Rounds rounds, BarePeer peer, byte[][] lines, int port, Tokens tokens, Meter meter)
            throws Exception {
        var before = meter.cpu();
        double bare = peer.perSecond(lines, BATCH);
        var bareCpu = meter.cpu().since(before);
        before = meter.cpu();
        double door = ndjson(lines, port, tokens(tokens));
        var doorCpu = meter.cpu().since(before);
        rounds.add("bare", bare);
        rounds.add("bare cpu", (double) (bareCpu.total() + bareCpu.driver()) / LINES);
        rounds.add("door", door);
        rounds.add("ratio", door / bare);
        rounds.add("door cpu", (double) doorCpu.total() / LINES);
        rounds.add("door cpu program", (double) doorCpu.micros().get("program") / LINES);
        rounds.add("door cpu broker", (double) doorCpu.micros().get("broker") / LINES);
        rounds.add("driver cpu", (double) doorCpu.driver() / LINES);
        rounds.add("others", Math.max(bareCpu.othersShare(), doorCpu.othersShare()));
    }

    /**
     * Closed loop over some connections; messages a second, from the first byte to the last 202.
     */
    private static double ndjson(byte[][] lines, int port, Map<String, String> tokens)
            throws Exception {
        int batches = lines.length / BATCH;
        var bodies = new byte[batches][];
        for (int i = 0; i < batches; i++) {
            bodies[i] = OrderLines.body(lines, i * BATCH, BATCH);
        }
        var next = new AtomicInteger();
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var running = new ArrayList<Future<?>>();
            for (int c = 0; c < CONNECTIONS; c++) {
                running.add(threads.submit(() -> post(bodies, next, port, tokens)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return lines.length / ((System.nanoTime() - began) / 1e9);
    }

    private static int post(
            byte[][] bodies, AtomicInteger next, int port, Map<String, String> tokens)
            throws IOException {
        try (var connection = new HttpConnection(port)) {
            for (int i = next.getAndIncrement(); i < bodies.length; i = next.getAndIncrement()) {
                var token = tokens.get(Mix.TENANTS.get(i % Mix.TENANTS.size()));
                var head = head(token, "application/x-ndjson", bodies[i].length);
                accepted(connection.exchange(head, bodies[i]));
            }
        }
        return bodies.length;
    }

    private static byte[] head(String token, String contentType, int length) {
        return HttpConnection.head("/v1/sources/json/messages", token, contentType, "", length);
    }

    private static void accepted(HttpConnection.Answer answer) {
        if (answer.status() != 202) {
            throw new IllegalStateException(
                    "not accepted: " + answer.status() + " " + answer.text());
        }
    }

    private static void single(
            Rounds rounds,
            BarePeer peer,
            byte[][] lines,
            int port,
            Tokens tokens,
            Meter meter,
            int count)
            throws Exception {
        singles(lines, port, tokens(tokens), SINGLES_WARM_UP);
        for (int round = 0; round < count; round++) {
            percentiles(
                    rounds,
                    "bare single",
                    peer.latencies(lines, SINGLES, SINGLES_PER_SECOND, SINGLE_CONNECTIONS));
            var before = meter.cpu();
            percentiles(rounds, "single", singles(lines, port, tokens(tokens), SINGLES));
            var spent = meter.cpu().since(before);
            rounds.add("single cpu", (double) spent.total() / SINGLES);
            rounds.add("single cpu program", (double) spent.micros().get("program") / SINGLES);
            rounds.add("single cpu broker", (double) spent.micros().get("broker") / SINGLES);
            rounds.add("others single", spent.othersShare());
        }
    }

    private static Histogram singles(
            byte[][] lines, int port, Map<String, String> tokens, int arrivals) throws Exception {
        return OpenLoop.run(
                arrivals,
                SINGLES_PER_SECOND,
                SINGLE_CONNECTIONS,
                () -> {
                    var connection = new HttpConnection(port);
                    return new OpenLoop.Sender() {
                        @Override
                        public void send(int arrival) throws IOException {
                            var token = tokens.get(Mix.TENANTS.get(arrival % Mix.TENANTS.size()));
                            var body = lines[arrival % lines.length];
                            accepted(
                                    connection.exchange(
                                            head(token, "application/json", body.length), body));
                        }

                        @Override
                        public void close() throws IOException {
                            connection.close();
                        }
                    };
                });
    }

    private static void percentiles(Rounds rounds, String name, Histogram latencies) {
        rounds.add(name + " p50", latencies.getValueAtPercentile(50) / 1000.0);
        rounds.add(name + " p99", latencies.getValueAtPercentile(99) / 1000.0);
        rounds.add(name + " p99.9", latencies.getValueAtPercentile(99.9) / 1000.0);
    }

    private Report report(Rounds rounds) {
        return new Report(name())
                .figure("NDJSON over HTTP", rounds.median("door"), "messages/s")
                .figure("bare producer, same durability", rounds.median("bare"), "messages/s")
                .figure("ratio", rounds.median("ratio"), "", new Report.Target.AtLeast(RATIO_MIN))
                .figure("program and broker", rounds.median("door cpu"), "us CPU/message")
                .figure("  program", rounds.median("door cpu program"), "us CPU/message")
                .figure("  broker", rounds.median("door cpu broker"), "us CPU/message")
                .figure("load generator", rounds.median("driver cpu"), "us CPU/message")
                .figure("bare producer and broker", rounds.median("bare cpu"), "us CPU/message")
                .figure("single POST at 2,000/s, p50", rounds.median("single p50"), "ms")
                .figure(
                        "single POST at 2,000/s, p99",
                        rounds.median("single p99"),
                        "ms",
                        new Report.Target.AtMost(SINGLE_P99_MS_MAX))
                .figure("single POST at 2,000/s, p99.9", rounds.median("single p99.9"), "ms")
                .figure("bare producer at 2,000/s, p50", rounds.median("bare single p50"), "ms")
                .figure("bare producer at 2,000/s, p99", rounds.median("bare single p99"), "ms")
                .figure("single POST", rounds.median("single cpu"), "us CPU/message")
                .figure("  program", rounds.median("single cpu program"), "us CPU/message")
                .figure("  broker", rounds.median("single cpu broker"), "us CPU/message")
                .figure("program, resident at most", rounds.median("rss"), "MB")
                .figure("program, live heap", rounds.median("heap"), "MB")
                .figure("machine used by others, bulk", rounds.median("others"), "")
                .figure("machine used by others, singles", rounds.median("others single"), "")
                .remark("NDJSON " + rounds.range("door") + ", bare " + rounds.range("bare"))
                .remark(
                        "%,d messages of %,d bytes a round, %d lines a request, %d connections"
                                .formatted(LINES, OrderLines.BYTES, BATCH, CONNECTIONS))
                .remark("singles arrive at their own times (Poisson); latency counts from then");
    }
}
