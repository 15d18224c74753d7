package dev.tidegate.bench;

import dev.tidegate.bench.Report.Target;
import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.demo.StartingMappings;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.processing.Normaliser;
import dev.tidegate.processing.NormaliserSettings;
import io.xlate.edi.stream.EDIInputFactory;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;

/**
 * {@code edi}: a partner's bytes to encoded canonical events on one thread, beside a bare reader
 * that hands the same bytes' elements to nobody: StAEDI for X12 and EDIFACT, StAX for XML.
 */
final class Edi implements Benchmark {
    private static final int DOCUMENTS = 2_000;
    private static final int WARM_UPS = 3;
    private static final double ASKED = 0.3;

    /** What a bare reader found, so that its reading can't be left out. */
    private interface Bare {
        long read(byte[] bytes) throws Exception;
    }

    private record Format(String name, Adapter adapter, IntFunction<byte[]> document, Bare peer) {}

    private static final List<Format> FORMATS =
            List.of(
                    new Format("x12", Adapter.X12, Partners::x12, Edi::staedi),
                    new Format("edifact", Adapter.EDIFACT, Partners::edifact, Edi::staedi),
                    new Format("idoc", Adapter.XML, Partners::idoc, Edi::stax),
                    new Format("epcis", Adapter.EPCIS, Partners::epcis, Edi::stax));

    @Override
    public String name() {
        return "edi";
    }

    @Override
    public Report run(Options options) throws Exception {
        var report = new Report(name());
        for (Format format : FORMATS) {
            measure(format, options.rounds(), report);
        }
        return report.remark(
                "%,d documents of %d lines or events a format; MB and documents a second of CPU, one thread"
                        .formatted(DOCUMENTS, Partners.LINES));
    }

    private static void measure(Format format, int most, Report report) throws Exception {
        var source = source(format);
        var messages = messages(format, DOCUMENTS);
        long bytes = messages.stream().mapToLong(m -> m.bytes().length).sum();
        var normaliser = new Normaliser(NormaliserSettings.DEFAULTS);
        var codec = new CanonicalCodec();
        var rounds = new Rounds();
        for (int round = -WARM_UPS; round < most; round++) {
            double bare = seconds(messages, m -> format.peer().read(m.bytes()));
            double ours = seconds(messages, m -> canonical(normaliser, codec, m, source));
            if (round >= 0) {
                rounds.add("bare", bytes / bare / 1e6);
                rounds.add("ours", bytes / ours / 1e6);
                rounds.add("documents", DOCUMENTS / ours);
                rounds.add("ratio", bare / ours);
            }
        }
        report.figure(format.name() + ", bare reader", rounds.median("bare"), "MB/CPU s")
                .figure(format.name() + ", to canonical", rounds.median("ours"), "MB/CPU s")
                .figure(format.name() + ", to canonical", rounds.median("documents"), "docs/CPU s")
                .figure(
                        format.name() + ", of the bare reader",
                        rounds.median("ratio"),
                        "",
                        new Target.AtLeast(ASKED));
    }

    private static long canonical(
            Normaliser normaliser,
            CanonicalCodec codec,
            RawMessage message,
            SourceDefinition source) {
        long sum = 0;
        for (var event : normaliser.normalise(message, source)) {
            if (event.type() == EventType.DEAD_LETTER) {
                throw new IllegalStateException("dead: " + event.body());
            }
            sum += codec.encode(event).length;
        }
        return sum;
    }

    private static double seconds(List<RawMessage> all, Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        long sum = 0;
        for (RawMessage one : all) {
            sum += work.of(one);
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing came out");
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1e9;
    }

    private interface Work {
        long of(RawMessage message) throws Exception;
    }

    private static long staedi(byte[] bytes) throws Exception {
        long length = 0;
        try (var reader =
                EDIInputFactory.newFactory()
                        .createEDIStreamReader(new ByteArrayInputStream(bytes))) {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case ELEMENT_DATA -> length += reader.getText().length();
                    default -> length++;
                }
            }
        }
        return length;
    }

    private static long stax(byte[] bytes) throws Exception {
        long length = 0;
        var reader = STAX.createXMLStreamReader(new ByteArrayInputStream(bytes));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.CHARACTERS -> length += reader.getText().length();
                case XMLStreamConstants.START_ELEMENT -> length += reader.getLocalName().length();
                default -> length++;
            }
        }
        reader.close();
        return length;
    }

    private static final XMLInputFactory STAX = stax();

    private static XMLInputFactory stax() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static List<RawMessage> messages(String format, int count) {
        return messages(named(format), count);
    }

    static SourceDefinition source(String format) {
        return source(named(format));
    }

    private static Format named(String name) {
        return FORMATS.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<RawMessage> messages(Format format, int count) {
        return IntStream.range(1, count + 1)
                .mapToObj(
                        n ->
                                new RawMessage(
                                        new RawAddress(Lane.EXPRESS, 0, n),
                                        new TenantId("acme"),
                                        new SourceId(format.name()),
                                        "application/octet-stream",
                                        Optional.empty(),
                                        format.document().apply(n),
                                        new byte[0],
                                        0,
                                        Instant.EPOCH))
                .toList();
    }

    private static SourceDefinition source(Format format) {
        return new SourceDefinition(
                new TenantId("acme"),
                new SourceId(format.name()),
                format.adapter(),
                new SourceDefinition.MappingVersion(
                        format.name(), 1, StartingMappings.text(format.name())),
                Optional.empty(),
                Optional.empty(),
                SourceDefinition.Contract.ANY,
                Map.of(),
                SourceDefinition.Strictness.LENIENT,
                Duration.ofMinutes(15));
    }
}
