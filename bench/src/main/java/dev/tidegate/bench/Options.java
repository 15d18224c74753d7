package dev.tidegate.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * @param names of the benchmarks to run; empty for all
 * @param rounds of which the median is told
 * @param profile whether the program is profiled while it applies (costs a few per cent)
 * @param messages of apply's backlog
 * @param home of the bench's own servers, emptied at every start
 */
record Options(
        List<String> names, boolean json, int rounds, boolean profile, int messages, Path home) {
    private static final int ROUNDS = 3;
    private static final int MESSAGES = 300_000;

    /**
     * @throws IllegalArgumentException naming what isn't understood
     */
    static Options parse(String... args) {
        var names = new ArrayList<String>();
        boolean json = false;
        boolean profile = false;
        int rounds = ROUNDS;
        int messages = MESSAGES;
        var home = Path.of("target", "bench-home");
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--json" -> json = true;
                case "--profile" -> profile = true;
                case "--rounds" -> rounds = Integer.parseInt(value(args, ++i));
                case "--messages" -> messages = Integer.parseInt(value(args, ++i));
                case "--home" -> home = Path.of(value(args, ++i));
                default -> names.add(name(args[i]));
            }
        }
        return new Options(names, json, rounds, profile, messages, home.toAbsolutePath());
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException(args[at - 1] + " needs a value");
        }
        return args[at];
    }

    private static String name(String word) {
        if (word.startsWith("-")) {
            throw new IllegalArgumentException("no option " + word);
        }
        return word;
    }
}
