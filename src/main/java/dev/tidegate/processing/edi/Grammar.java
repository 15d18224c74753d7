package dev.tidegate.processing.edi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the segments of one set or message nest: a table, read from {@code x12/grammar.txt} or {@code
 * edifact/grammar.txt}, which explains its own form.
 *
 * @param mandatory segments ({@code BEG}) and elements ({@code BEG-03}) without which it is refused
 * @param lines the loop that a mapped document's lines come from; empty where there is no one such
 */
public record Grammar(Loop top, List<String> mandatory, String lines) {
    private static final Pattern SET = Pattern.compile("([A-Z0-9]+) .+");

    /** Without a table: segments by their identifier, none nested. */
    public static final Grammar FLAT = new Grammar(Loop.of(""), List.of(), "");

    /**
     * A loop.
     *
     * @param starter the segment that starts it
     * @param members segments that belong to it besides
     * @param loops that may stand in it, by their starters
     * @param order of members and loops, by their names in a tree, as the standard has them
     */
    public record Loop(
            String starter, Set<String> members, Map<String, Loop> loops, Set<String> order) {
        static Loop of(String starter) {
            return new Loop(
                    starter,
                    new HashSet<>(),
                    new HashMap<>(),
                    new LinkedHashSet<>(List.of(starter)));
        }

        private void add(List<String> ids) {
            members.addAll(ids);
            order.addAll(ids);
        }

        private void add(Loop loop) {
            loops.put(loop.starter(), loop);
            order.add(loop.name());
        }

        String name() {
            return starter + "_loop";
        }

        /** Whether the loop's occurrences tell their own nesting: HL02, CPS02 name the parent. */
        boolean isHierarchical() {
            return starter.equals("HL") || starter.equals("CPS");
        }
    }

    /** All grammars of the table, by the set's number or the message's type. */
    static Map<String, Grammar> parse(List<String> table) {
        var grammars = new HashMap<String, Grammar>();
        for (int i = 0; i < table.size(); i++) {
            var set = SET.matcher(table.get(i));
            if (set.matches()) {
                int end = i + 1;
                while (end < table.size() && !table.get(end).isBlank()) {
                    end++;
                }
                grammars.put(set.group(1), parseSet(table.subList(i + 1, end)));
            }
        }
        return Map.copyOf(grammars);
    }

    private static Grammar parseSet(List<String> lines) {
        var top = Loop.of("");
        var open = new ArrayDeque<Indented>();
        open.push(new Indented(-1, top));
        var mandatory = new ArrayList<String>();
        String ofLines = "";
        for (String line : lines) {
            if (line.startsWith("!")) {
                mandatory.addAll(words(line.substring(1)));
            } else if (line.startsWith("@")) {
                ofLines = line.substring(1).strip();
            } else {
                parseLoop(line, open);
            }
        }
        return new Grammar(top, List.copyOf(mandatory), ofLines);
    }

    private record Indented(int by, Loop loop) {}

    private static void parseLoop(String line, ArrayDeque<Indented> open) {
        int indent = line.length() - line.stripLeading().length();
        int mark = Math.max(line.indexOf(':'), line.indexOf('>'));
        if (mark >= 0) {
            while (open.getFirst().by() >= indent) {
                open.pop();
            }
        }
        if (line.indexOf(':') >= 0) {
            var loop = Loop.of(line.substring(0, mark).strip());
            open.getFirst().loop().add(loop);
            open.push(new Indented(indent, loop));
        }
        open.getFirst().loop().add(words(line.substring(mark + 1)));
    }

    private static List<String> words(String line) {
        return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
    }

    /** The loop that the segment starts below {@code loop}. */
    static Optional<Loop> started(Loop loop, String id) {
        return Optional.ofNullable(loop.loops().get(id));
    }
}
