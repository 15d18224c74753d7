package dev.tidegate.processing.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The units of {@code units/units.txt}: codes of UN/ECE Recommendation 20 with exact factors. Mass
 * is not volume and a case is no number of pieces: what two units have no factor for, nothing here
 * makes up.
 */
final class Units {
    static final Units ALL = read();

    /** Recommendation 21's codes as Recommendation 20 writes them. */
    private static final Pattern PACKAGE = Pattern.compile("X[0-9A-Z]{2}");

    private final Map<String, Unit> units = new HashMap<>();
    private final Set<String> packages = new HashSet<>();

    private Units() {}

    /**
     * @param dimension what it measures, such as {@code mass}
     * @param factor of the dimension's base unit
     * @param offset added to come to the base unit: 273.15 for degrees Celsius
     */
    record Unit(String code, String dimension, Ratio factor, Ratio offset, String name) {
        Ratio toBase(Ratio amount) {
            return amount.times(factor).plus(offset);
        }

        Ratio fromBase(Ratio amount) {
            return amount.minus(offset).dividedBy(factor);
        }
    }

    Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /** Whether it counts what holds goods, so that only the item or the source knows how many. */
    boolean isPackage(String code) {
        return packages.contains(code) || PACKAGE.matcher(code).matches();
    }

    Map<String, Unit> all() {
        return Map.copyOf(units);
    }

    private static Units read() {
        var table = new Units();
        String dimension = "";
        for (String line : lines()) {
            var words = line.split(" ", 3);
            switch (words[0]) {
                case "", "#" -> {}
                case "dimension" -> dimension = words[1];
                case "packages" -> table.packages.addAll(List.of(words[1].split(",")));
                default -> table.add(words, dimension);
            }
        }
        return table;
    }

    private void add(String[] words, String dimension) {
        int plus = words[1].indexOf('+');
        var factor = Ratio.parse(plus < 0 ? words[1] : words[1].substring(0, plus));
        var offset = plus < 0 ? Ratio.ZERO : Ratio.parse(words[1].substring(plus + 1));
        if (units.put(words[0], new Unit(words[0], dimension, factor, offset, words[2])) != null) {
            throw new IllegalStateException("units.txt tells " + words[0] + " twice");
        }
    }

    private static List<String> lines() {
        try (var in = Units.class.getResourceAsStream("/units/units.txt")) {
            if (in == null) {
                throw new IllegalStateException("no units/units.txt on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
