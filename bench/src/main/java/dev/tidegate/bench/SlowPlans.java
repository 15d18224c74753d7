package dev.tidegate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The plans of statements that took long, from PostgreSQL's own log (auto_explain): a plan that
 * reads a table in full is found here before the table is large.
 */
final class SlowPlans {
    private static final int SHOWN = 8;
    private static final String CUSTOM =
            """
            session_preload_libraries = 'auto_explain'
            auto_explain.log_min_duration = '%dms'
            auto_explain.log_parameter_max_length = 0
            """;
    private static final Pattern ENTRY =
            Pattern.compile("duration: ([0-9.]+) ms {2}plan:\\n((?:\\t.*\\n)+)");

    private SlowPlans() {}

    /** For sessions that begin from now on. */
    static void note(Ground ground, int slowerThanMs) throws Exception {
        Files.writeString(
                ground.home().resolve("postgres").resolve("custom.conf"),
                CUSTOM.formatted(slowerThanMs));
        long pid = ground.pids().postmaster().orElseThrow();
        new ProcessBuilder("kill", "-HUP", String.valueOf(pid)).start().waitFor();
    }

    private record Slow(double ms, String plan) {}

    static String text(Path home) throws IOException {
        var log = Files.readString(home.resolve("logs").resolve("postgres.log"));
        Map<String, List<Slow>> byQuery = new HashMap<>();
        for (var entry = ENTRY.matcher(log); entry.find(); ) {
            var plan = entry.group(2);
            var query = plan.replaceAll("\\s+", " ").replaceFirst("^ ?Query Text: ", "");
            byQuery.computeIfAbsent(
                            query.substring(0, Math.min(90, query.length())),
                            q -> new ArrayList<>())
                    .add(new Slow(Double.parseDouble(entry.group(1)), plan));
        }
        var text = new StringBuilder("PostgreSQL: slow statements, and the plan of the slowest\n");
        byQuery.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -sum(e.getValue())))
                .limit(SHOWN)
                .forEach(e -> text.append(told(e.getValue())));
        return text.toString();
    }

    private static String told(List<Slow> slow) {
        var worst = slow.stream().max(Comparator.comparingDouble(Slow::ms)).orElseThrow();
        return String.format(
                Locale.ROOT,
                "    %d times, %,.0f ms in all, slowest %,.0f ms%n%s",
                slow.size(),
                sum(slow),
                worst.ms(),
                worst.plan());
    }

    private static double sum(List<Slow> slow) {
        return slow.stream().mapToDouble(Slow::ms).sum();
    }
}
