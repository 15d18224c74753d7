package dev.tidegate.platform.web;

import java.util.List;
import java.util.Map;

/**
 * An answer that says no and teaches (RFC 9457): what is wrong, where, and what to do next.
 *
 * @param status HTTP status
 * @param code stable, snake_case; {@code type} is the page of this code under /docs
 * @param failureClass one of the failure classes in lower case, or {@code request} for a caller's
 *     mistake
 * @param errors each with the place (JSON pointer, EDI position, row and column) and what is wrong
 *     there
 * @param headers such as Retry-After
 */
public record Problem(
        int status,
        String code,
        String failureClass,
        String title,
        String detail,
        List<Place> errors,
        List<String> nextSteps,
        Map<String, String> headers) {

    /** One place in the input and what is wrong there. */
    public record Place(String pointer, String detail) {}

    public static Problem of(
            int status, String code, String title, String detail, String... nextSteps) {
        return new Problem(
                status, code, "request", title, detail, List.of(), List.of(nextSteps), Map.of());
    }

    public Problem at(String pointer, String what) {
        var places = new java.util.ArrayList<>(errors);
        places.add(new Place(pointer, what));
        return new Problem(
                status, code, failureClass, title, detail, List.copyOf(places), nextSteps, headers);
    }

    public Problem withHeader(String name, String value) {
        var all = new java.util.HashMap<>(headers);
        all.put(name, value);
        return new Problem(
                status, code, failureClass, title, detail, errors, nextSteps, Map.copyOf(all));
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
