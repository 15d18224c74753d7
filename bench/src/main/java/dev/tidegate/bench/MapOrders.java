package dev.tidegate.bench;

import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.mapping.Mapping;
import dev.tidegate.processing.mapping.Mappings;
import dev.tidegate.processing.x12.X12Adapter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code map}: an X12 850 of ten lines, read already, to an order: by the shipped mapping, which an
 * integration engineer can change at run time, and by Java written for this one message.
 */
final class MapOrders implements Benchmark {
    private static final int DOCUMENTS = 2_000;
    private static final int WARM_UPS = 5;

    @Override
    public String name() {
        return "map";
    }

    @Override
    public Report run(Options options) {
        var documents = documents();
        var mapping = mapping();
        agree(documents, mapping);
        var rounds = new Rounds();
        for (int round = -WARM_UPS; round < options.rounds(); round++) {
            double mapped = seconds(documents, d -> byMapping(mapping, d));
            double byHand = seconds(documents, MapOrders::byHand);
            if (round >= 0) {
                rounds.add("mapping", DOCUMENTS / mapped);
                rounds.add("hand", DOCUMENTS / byHand);
                rounds.add("ratio", byHand / mapped);
            }
        }
        return new Report(name())
                .figure("by the shipped mapping", rounds.median("mapping"), "maps/CPU s")
                .figure("by hand-written Java", rounds.median("hand"), "maps/CPU s")
                .figure("mapping, of the hand-written", rounds.median("ratio"), "")
                .remark(
                        "X12 850 of %d lines, from its tree to the same order; one thread"
                                .formatted(Partners.LINES));
    }

    /** What is compared must be the same work. */
    private static void agree(List<Reading.Document> documents, Mapping mapping) {
        for (Reading.Document document : documents) {
            var one = plain(byMapping(mapping, document));
            var other = plain(byHand(document));
            if (!one.equals(other)) {
                throw new IllegalStateException("they differ:\n" + one + "\n" + other);
            }
        }
    }

    /** Numbers by their value, members by their names. */
    private static Object plain(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> {
                var sorted = new java.util.TreeMap<String, Object>();
                map.forEach((name, value) -> sorted.put(name.toString(), plain(value)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(MapOrders::plain).toList();
            default -> tree.toString();
        };
    }

    private static Object byMapping(Mapping mapping, Reading.Document document) {
        return switch (mapping.apply(document.tree(), document.variables())) {
            case Mapping.Outcome.Mapped(var tree) -> tree;
            case Mapping.Outcome.Failed(var failure) ->
                    throw new IllegalStateException(failure.toString());
        };
    }

    private static Object byHand(Reading.Document document) {
        return ByHand.order(document.tree(), document.variables().get("version"));
    }

    private static Mapping mapping() {
        var source = Edi.source("x12");
        return switch (new Mappings(NormaliserSettings.DEFAULTS)
                .compiled(
                        source.mapping().expression(),
                        source.parameters(),
                        source.mapping().codes())) {
            case Mappings.Compiled.Ready(var mapping) -> mapping;
            case Mappings.Compiled.Invalid(var failure) ->
                    throw new IllegalStateException(failure.toString());
        };
    }

    private static List<Reading.Document> documents() {
        var adapter = new X12Adapter(NormaliserSettings.DEFAULTS);
        var source = Edi.source("x12");
        var all = new ArrayList<Reading.Document>();
        for (var message : Edi.messages("x12", DOCUMENTS)) {
            adapter.read(message, source, reading -> all.add((Reading.Document) reading));
        }
        return all;
    }

    private static double seconds(
            List<Reading.Document> all, Function<Reading.Document, Object> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        long sum = 0;
        for (Reading.Document one : all) {
            sum += ((Map<?, ?>) work.apply(one)).size();
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing came out");
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1e9;
    }
}
