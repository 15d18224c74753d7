package dev.tidegate.processing.canonical;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.document.Places;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event on its way from tree to record: the place reached, the first problem, the findings. */
final class Conversion {
    private final boolean strict;
    private final List<Object> path = new ArrayList<>();
    private final List<String> findings = new ArrayList<>(0);
    private @Nullable Problem problem;

    /**
     * @param strict whether a field that the schema doesn't know is refused
     */
    Conversion(boolean strict) {
        this.strict = strict;
    }

    void enter(Object step) {
        path.addLast(step);
    }

    void leave() {
        path.removeLast();
    }

    /**
     * Keeps the first problem; the rest often follows from it. Null, to be returned as the value.
     */
    @Nullable Object refuse(String code, @Nullable Object offending, String reason) {
        return refuse(FailureClass.DATA_QUALITY, code, offending, reason);
    }

    @Nullable Object refuse(
            FailureClass failureClass, String code, @Nullable Object offending, String reason) {
        if (problem == null) {
            problem = new Problem(failureClass, code, List.copyOf(path), offending, reason);
        }
        return null;
    }

    /** The place in the innermost list, from 1, of the record whose field is entered. */
    String position() {
        return path.size() > 1 && path.get(path.size() - 2) instanceof Integer index
                ? Integer.toString(index + 1)
                : "1";
    }

    /** A field that the schema doesn't know: refused when strict, else told. */
    void unrecognised(String name, @Nullable Object value) {
        enter(name);
        if (strict) {
            refuse(
                    FailureClass.SCHEMA_DRIFT,
                    "unrecognised_field",
                    value,
                    "No field of this name is known here.");
        } else {
            find("unrecognised_field");
        }
        leave();
    }

    void find(String code) {
        findings.add(code + " " + Places.pointer("", path));
    }

    @Nullable Problem problem() {
        return problem;
    }

    List<String> findings() {
        return findings;
    }
}
