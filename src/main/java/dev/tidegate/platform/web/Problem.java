package dev.tidegate.platform.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * @param more members of the answer's own, such as the receipts of what was accepted nonetheless
 */
public record Problem(
        int status,
        String code,
        String failureClass,
        String title,
        String detail,
        List<Place> errors,
        List<String> nextSteps,
        Map<String, String> headers,
        Map<String, Object> more) {

    /** One place in the input and what is wrong there. */
    public record Place(String pointer, String detail) {}

    /** A caller's mistake. */
    public static Problem of(
            int status, String code, String title, String detail, String... nextSteps) {
        return new Problem(
                status,
                code,
                "request",
                title,
                detail,
                List.of(),
                List.of(nextSteps),
                Map.of(),
                Map.of());
    }

    /** Ours, not the caller's: the same request may be sent again. */
    public static Problem fault(
            int status, String code, String title, String detail, String... nextSteps) {
        return of(status, code, title, detail, nextSteps).withClass("fault");
    }

    public Problem withClass(String other) {
        return new Problem(status, code, other, title, detail, errors, nextSteps, headers, more);
    }

    public Problem at(String pointer, String what) {
        var places = new ArrayList<>(errors);
        places.add(new Place(pointer, what));
        return at(places);
    }

    public Problem at(List<Place> places) {
        return new Problem(
                status,
                code,
                failureClass,
                title,
                detail,
                List.copyOf(places),
                nextSteps,
                headers,
                more);
    }

    public Problem withHeader(String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return new Problem(
                status,
                code,
                failureClass,
                title,
                detail,
                errors,
                nextSteps,
                Map.copyOf(all),
                more);
    }

    public Problem with(String member, Object value) {
        var all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new Problem(
                status, code, failureClass, title, detail, errors, nextSteps, headers, all);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
