package dev.tidegate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Runs benchmarks by name and prints what they found: {@code ./tidegate bench [NAME...]}. */
public final class Bench {
    private static final int USAGE = 2;
    private static final List<Benchmark> ALL =
            List.of(
                    new Limits(),
                    new Normalise(),
                    new Edi(),
                    new MapOrders(),
                    new Accept(),
                    new Apply(),
                    new Replay(),
                    new Start(),
                    new Stages());

    private Bench() {}

    public static void main(String... args) throws Exception {
        Options options;
        List<Benchmark> chosen;
        try {
            options = Options.parse(args);
            chosen = chosen(options.names());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + help());
            System.exit(USAGE);
            return;
        }
        var reports = new ArrayList<Report>();
        for (Benchmark benchmark : chosen) {
            System.err.println("running " + benchmark.name() + " ...");
            var report = benchmark.run(options);
            reports.add(report);
            if (!options.json()) {
                System.out.println(report.text());
            }
        }
        if (options.json()) {
            System.out.println(JsonMapper.shared().writeValueAsString(json(reports)));
        } else {
            System.out.println("machine: " + machine());
        }
        System.exit(reports.stream().allMatch(Report::targetsMet) ? 0 : 1);
    }

    private static List<Benchmark> chosen(List<String> names) {
        for (String name : names) {
            if (ALL.stream().noneMatch(b -> b.name().equals(name))) {
                throw new IllegalArgumentException("no benchmark '" + name + "'");
            }
        }
        return ALL.stream().filter(b -> names.isEmpty() || names.contains(b.name())).toList();
    }

    private static String help() {
        return "\nusage: ./tidegate bench [%s] [--json] [--rounds N] [--messages N] [--profile]"
                .formatted(String.join("|", ALL.stream().map(Benchmark::name).toList()));
    }

    private static Map<String, Object> json(List<Report> reports) {
        var all = new LinkedHashMap<String, Object>();
        all.put("machine", machine());
        all.put("benchmarks", reports.stream().map(Report::json).toList());
        return all;
    }

    /** Cores, and the load while it ran: other work on the machine belongs to the figures. */
    private static String machine() {
        try {
            return "%d cores, load %s, JDK %s"
                    .formatted(
                            Runtime.getRuntime().availableProcessors(),
                            Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                            Runtime.version());
        } catch (IOException e) {
            return "unknown";
        }
    }
}
