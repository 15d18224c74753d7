package dev.tidegate.bench;

import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.processing.Normaliser;
import dev.tidegate.processing.NormaliserSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code normalise}: bytes to canonical events on one thread, without log and database, beside
 * Jackson reading the same bytes to a tree: the least that anyone must do who looks at JSON.
 */
final class Normalise implements Benchmark {
    private static final int MESSAGES = 50_000;
    private static final int WARM_UPS = 3;

    private final JsonMapper json = JsonMapper.shared();
    private final Normaliser normaliser = new Normaliser(NormaliserSettings.DEFAULTS);
    private final CanonicalCodec codec = new CanonicalCodec();

    @Override
    public String name() {
        return "normalise";
    }

    @Override
    public Report run(Options options) throws Exception {
        var rounds = new Rounds();
        var source = source();
        var messages = messages();
        var events =
                messages.stream().flatMap(m -> normaliser.normalise(m, source).stream()).toList();
        for (int round = -WARM_UPS; round < options.rounds(); round++) {
            double tree = micros(messages, m -> json.readTree(m.bytes()).size());
            double normalised = micros(messages, m -> normaliser.normalise(m, source).size());
            double encoded = micros(events, e -> codec.encode(e).length);
            if (round >= 0) {
                rounds.add("tree", tree);
                rounds.add("normalise", normalised);
                rounds.add("encode", encoded);
            }
        }
        long dead = events.stream().filter(e -> e.type() == EventType.DEAD_LETTER).count();
        return new Report(name())
                .figure("Jackson, bytes to a tree", rounds.median("tree"), "us CPU/message")
                .figure("bytes to canonical events", rounds.median("normalise"), "us CPU/message")
                .figure("times the tree", rounds.median("normalise") / rounds.median("tree"), "")
                .figure("events to Avro", rounds.median("encode"), "us CPU/event")
                .remark(
                        "%,d messages of the mix, %,d bytes on average; %d dead"
                                .formatted(MESSAGES, meanBytes(messages), dead));
    }

    private static <T> double micros(List<T> all, ToLongFunction<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        long sum = 0;
        for (T one : all) {
            sum += work.applyAsLong(one);
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing came out");
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1000.0 / all.size();
    }

    private static long meanBytes(List<RawMessage> messages) {
        return (long) messages.stream().mapToInt(m -> m.bytes().length).average().orElse(0);
    }

    /** Unreadable ones are left out: an exception's price is not the mix's. */
    private static List<RawMessage> messages() {
        var mix = new Mix("n", 1);
        var messages = new ArrayList<RawMessage>();
        while (messages.size() < MESSAGES) {
            var message = mix.next();
            if (message.expected() == Mix.Expected.DEAD) {
                continue;
            }
            messages.add(
                    new RawMessage(
                            new RawAddress(Lane.EXPRESS, 0, messages.size()),
                            new TenantId(message.tenant()),
                            new SourceId("json"),
                            "application/json",
                            Optional.of(message.messageId()),
                            message.body(),
                            new byte[0],
                            0,
                            Instant.EPOCH));
        }
        return messages;
    }

    private static SourceDefinition source() throws IOException {
        return new SourceDefinition(
                new TenantId("acme"),
                new SourceId(Sources.NAME),
                SourceDefinition.Adapter.JSON,
                new SourceDefinition.MappingVersion("json", 1, Sources.mapping()),
                Optional.empty(),
                Optional.empty(),
                SourceDefinition.Contract.ANY,
                Map.of(),
                SourceDefinition.Strictness.LENIENT,
                Duration.ofMinutes(15));
    }
}
