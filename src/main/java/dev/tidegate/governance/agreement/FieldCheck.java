package dev.tidegate.governance.agreement;

import dev.tidegate.platform.web.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one field of a contract lacks, or says in vain. */
final class FieldCheck {
    private static final int CODES_MAX = 2_000;
    private static final int TEXT_LENGTH_MAX = 200;
    private static final List<String> CLASSIFICATIONS =
            List.of("public", "internal", Field.PERSONAL);

    private final String at;
    private final Field field;
    private final Set<String> paths;
    private final List<Problem.Place> places = new ArrayList<>();

    private FieldCheck(String at, Field field, Set<String> paths) {
        this.at = at;
        this.field = field;
        this.paths = paths;
    }

    /**
     * @param at the field's own pointer
     * @param paths of all fields of its document
     */
    static List<Problem.Place> places(String at, Field field, Set<String> paths) {
        var check = new FieldCheck(at, field, paths);
        check.check();
        return check.places;
    }

    private void check() {
        var path = FieldPath.parse(field.path());
        var shape = field.shape().flatMap(Shape::of);
        if (path.isEmpty()) {
            wrong("path", "it is a JSON pointer of at most 32 steps, such as /lines/*/quantity");
        }
        if (shape.isEmpty()) {
            wrong("shape", "it is one of " + shapes());
        }
        oneOf("presence", field.presence(), List.of(Field.REQUIRED, Field.OPTIONAL), true);
        oneOf("on_drift", field.onDrift(), List.of(Field.PARK, Field.NOTE), false);
        if (path.isPresent() && shape.isPresent()) {
            semantics(path.get(), shape.get());
        }
    }

    private void semantics(FieldPath path, Shape shape) {
        oneOf("classification", field.classification(), CLASSIFICATIONS, shape.isLeaf());
        told(
                "patterns",
                shape == Shape.DATE,
                field.patterns().isEmpty(),
                "how the date is written, such as yyyyMMdd");
        told(
                "codes",
                shape == Shape.CODE,
                field.codes().isEmpty(),
                "the closed set of codes with their meanings");
        told(
                "units",
                shape.isNumber(),
                field.units().isEmpty(),
                "the unit of the number, such as EA, KGM or EUR; \"none\" where it has none");
        patterns();
        codes();
        beside("companion", field.companion(), path, shape == Shape.CODE);
        beside("unit_at", field.unitAt(), path, shape.isNumber());
        range(shape);
    }

    /** Semantics are there where the shape needs them, and nowhere else. */
    private void told(String name, boolean needed, boolean missing, String what) {
        if (needed && missing) {
            wrong(name, field.path() + " lacks " + what);
        } else if (!needed && !missing) {
            wrong(name, "it would not be checked: the field's shape has no " + name);
        }
    }

    private void patterns() {
        for (int i = 0; i < field.patterns().size(); i++) {
            if (DatePattern.parse(field.patterns().get(i)).isEmpty()) {
                wrong("patterns/" + i, "it is made of yyyy, MM, dd, HH, mm, ss, or is rfc3339");
            }
        }
    }

    private void codes() {
        var known = new HashSet<String>();
        if (field.codes().size() > CODES_MAX) {
            wrong("codes", "a closed set has at most " + CODES_MAX + " codes");
            return;
        }
        for (int i = 0; i < field.codes().size(); i++) {
            var code = field.codes().get(i);
            if (code.code().isBlank()
                    || code.code().length() > TEXT_LENGTH_MAX
                    || !known.add(code.code())) {
                wrong("codes/" + i + "/code", "a code is told once, in 1 to 200 characters");
            }
            if (code.meaning().isBlank()) {
                wrong("codes/" + i + "/meaning", "code " + code.code() + " lacks its meaning");
            }
            if (field.companion().isEmpty() && !code.says().isEmpty()) {
                wrong(
                        "codes/" + i + "/says",
                        "it would not be checked: the field has no companion");
            }
        }
    }

    private void beside(String name, Optional<String> other, FieldPath path, boolean needed) {
        if (other.isEmpty()) {
            return;
        }
        var parsed = FieldPath.parse(other.get());
        if (!needed) {
            wrong(name, "it would not be checked: the field's shape has no " + name);
        } else if (parsed.isEmpty() || !paths.contains(other.get())) {
            wrong(name, "it is the path of another field of this document");
        } else if (!parsed.get().isBeside(path)) {
            wrong(
                    name,
                    "it has one value for each " + field.path() + ": no * below what they share");
        }
    }

    private void range(Shape shape) {
        var min = number("min", field.min(), shape);
        var max = number("max", field.max(), shape);
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            wrong("min", "it is not above max");
        }
    }

    private Optional<BigDecimal> number(String name, Optional<String> text, Shape shape) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!shape.isNumber() || !text.get().matches("-?[0-9]{1,18}([.][0-9]{1,9})?")) {
            wrong(name, "a bound of a number is a decimal, such as 0.5");
            return Optional.empty();
        }
        return text.map(BigDecimal::new);
    }

    private void oneOf(String name, Optional<String> value, List<String> values, boolean needed) {
        if (value.isEmpty() ? needed : !values.contains(value.get())) {
            wrong(name, field.path() + " lacks one of " + String.join(", ", values));
        }
    }

    private static String shapes() {
        return Stream.of(Shape.values()).map(Shape::label).collect(Collectors.joining(", "));
    }

    private void wrong(String name, String what) {
        places.add(new Problem.Place(at + "/" + name, what));
    }
}
