package dev.tidegate.processing;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * CPU microseconds a message, warm, one thread: {@code java dev.tidegate.processing.Speed} on the
 * test class path. CPU time of the thread, so a busy machine doesn't show.
 */
final class Speed {
    private static final int ROUNDS = 12;
    private static final int MESSAGES = 5_000;

    private Speed() {}

    public static void main(String[] args) {
        measure("json order of 3 lines", Given.json(), Samples.JSON_ORDER);
        measure("json stock movement", Given.json(), Samples.JSON_MOVEMENT);
        measure("x12 850 of 3 lines", Given.x12(), Samples.X12_ORDER);
        measure("csv of 100 movements", Given.csv(), Samples.csvMovements(100));
    }

    private static void measure(String what, SourceDefinition source, String text) {
        var normaliser = new Normaliser(NormaliserSettings.DEFAULTS);
        var message =
                Given.message(source, "application/json", text.getBytes(StandardCharsets.UTF_8));
        double best = Double.MAX_VALUE;
        int entries = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = cpu();
            entries = run(normaliser, message, source);
            best = Math.min(best, (cpu() - begin) / 1_000.0 / MESSAGES);
        }
        System.out.printf(
                "%-24s %7.2f us a message, %6.2f us an entry%n", what, best, best / entries);
    }

    private static int run(Normaliser normaliser, RawMessage message, SourceDefinition source) {
        int entries = 0;
        for (int i = 0; i < MESSAGES; i++) {
            entries = normaliser.normalise(message, source).size();
        }
        return entries;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
