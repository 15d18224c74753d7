package dev.tidegate.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one benchmark found: figures in the order in which they are read, and remarks. */
final class Report {
    /** A bound that a figure was meant to keep. */
    sealed interface Target {
        boolean met(double value);

        record AtLeast(double bound) implements Target {
            @Override
            public boolean met(double value) {
                return value >= bound;
            }

            @Override
            public String toString() {
                return "at least " + number(bound);
            }
        }

        record AtMost(double bound) implements Target {
            @Override
            public boolean met(double value) {
                return value <= bound;
            }

            @Override
            public String toString() {
                return "at most " + number(bound);
            }
        }
    }

    /**
     * @param unit such as {@code events/s}, {@code ms}, {@code us CPU/event}, {@code MB}; empty for
     *     a ratio
     */
    record Figure(String name, double value, String unit, Optional<Target> target) {}

    private final String benchmark;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Report(String benchmark) {
        this.benchmark = benchmark;
    }

    Report figure(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit, Optional.empty()));
        return this;
    }

    Report figure(String name, double value, String unit, Target target) {
        figures.add(new Figure(name, value, unit, Optional.of(target)));
        return this;
    }

    Report remark(String text) {
        remarks.add(text);
        return this;
    }

    boolean targetsMet() {
        return figures.stream().allMatch(f -> f.target().map(t -> t.met(f.value())).orElse(true));
    }

    String text() {
        var text = new StringBuilder(benchmark).append('\n');
        for (Figure figure : figures) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %-44s %12s %-14s %s%n",
                            figure.name(),
                            number(figure.value()),
                            figure.unit(),
                            figure.target().map(t -> verdict(figure, t)).orElse("")));
        }
        remarks.forEach(remark -> text.append("  . ").append(remark).append('\n'));
        return text.toString().replaceAll(" +\n", "\n");
    }

    private static String verdict(Figure figure, Target target) {
        return (target.met(figure.value()) ? "ok: " : "MISSED: ") + target;
    }

    Map<String, Object> json() {
        var rows = new ArrayList<Map<String, Object>>();
        for (Figure figure : figures) {
            var row = new LinkedHashMap<String, Object>();
            row.put("name", figure.name());
            row.put("value", figure.value());
            row.put("unit", figure.unit());
            figure.target()
                    .ifPresent(
                            target -> {
                                row.put("target", target.toString());
                                row.put("met", target.met(figure.value()));
                            });
            rows.add(row);
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("benchmark", benchmark);
        all.put("figures", rows);
        all.put("remarks", remarks);
        return all;
    }

    /** Three significant digits; a thousand and more without decimals. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
    }
}
