package dev.tidegate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which threads of a process used its CPU time, as the kernel counts it: the compiler's and the
 * collector's too, which no profile of Java code shows.
 */
final class Threads {
    private static final int SHOWN = 14;
    private static final double TICKS_A_SECOND = 100;

    private Threads() {}

    static String text(String process, long pid) {
        Map<String, Double> seconds = new TreeMap<>();
        try (var tasks = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            tasks.forEach(task -> add(task, seconds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var text = new StringBuilder(process + ": seconds of CPU by thread\n");
        seconds.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(
                        e ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "    %6.1f  %s%n",
                                                e.getValue(),
                                                e.getKey())));
        return text.toString();
    }

    private static void add(Path task, Map<String, Double> seconds) {
        try {
            var line = Files.readString(task.resolve("stat"));
            var name = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            double used =
                    (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
            seconds.merge(name.replaceAll("[-#]?[0-9a-f]{4,}$|[0-9]+$", ""), used, Double::sum);
        } catch (IOException ended) {
            // its time is its process's
        }
    }
}
