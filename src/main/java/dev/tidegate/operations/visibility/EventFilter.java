package dev.tidegate.operations.visibility;

import dev.tidegate.platform.gs1.Cbv;
import dev.tidegate.platform.gs1.Gs1Id;
import dev.tidegate.platform.sql.Micros;
import dev.tidegate.platform.sql.Where;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is asked for, by the parameters of EPCIS 2.0's SimpleEventQuery (8.2.7.1). Words and ids are
 * found in whatever form they are asked for and were told.
 */
final class EventFilter {
    private static final int VALUES_MAX = 100;
    private static final List<String> PATTERNS = List.of("urn:epc:idpat:", "urn:epc:pat:");

    private final Where where;
    private final String tenant;

    EventFilter(String tenant) {
        this.tenant = tenant;
        this.where = new Where().and("v.tenant = ?", tenant);
    }

    Where where() {
        return where;
    }

    EventFilter oneOf(String name, String column, Optional<List<String>> asked) {
        return any(name, column, asked, value -> value);
    }

    EventFilter word(String name, String column, Cbv vocabulary, Optional<List<String>> asked) {
        return any(name, column, asked, vocabulary::bare);
    }

    EventFilter place(String name, String column, Optional<List<String>> asked) {
        return any(name, column, asked, Gs1Id::normal);
    }

    private EventFilter any(
            String name,
            String column,
            Optional<List<String>> asked,
            Function<String, String> normal) {
        asked.ifPresent(
                values ->
                        where.and(
                                column + " = any (?::text[])",
                                (Object) values(name, values, normal)));
        return this;
    }

    /** Things in some lists of the event; all of its lists where no role is named. */
    EventFilter things(String name, Optional<List<String>> asked, String... roles) {
        asked.ifPresent(
                values ->
                        where.and(
                                """
                                (v.event_id, v.telling) in (select e.event_id, e.telling
                                    from operations.visibility_epc e
                                    where e.tenant = ? and e.epc = any (?::text[]) and e.role = any (?::text[]))\
                                """,
                                tenant,
                                values(name, values, Gs1Id::normal),
                                roles));
        return this;
    }

    EventFilter from(String name, String column, Optional<String> asked) {
        asked.ifPresent(text -> where.and(column + " >= ?", Micros.timestamp(time(name, text))));
        return this;
    }

    EventFilter before(String name, String column, Optional<String> asked) {
        asked.ifPresent(text -> where.and(column + " < ?", Micros.timestamp(time(name, text))));
        return this;
    }

    EventFilter declaredWrong(Optional<String> asked) {
        asked.ifPresent(_ -> where.and("v.telling = ?", VisibilityTold.ERROR));
        return this;
    }

    private static Instant time(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw refused(
                    name,
                    "no time with an offset",
                    "A time is told as RFC 3339: 2026-11-24T10:00:00Z; a + is %2B in a query.");
        }
    }

    private static String[] values(
            String name, List<String> asked, Function<String, String> normal) {
        if (asked.size() > VALUES_MAX) {
            throw refused(
                    name, "too many values", "At most " + VALUES_MAX + " values are asked for.");
        }
        for (String value : asked) {
            if (PATTERNS.stream().anyMatch(value::startsWith)) {
                throw refused(
                        name, "a pattern", "Patterns are not matched here: name the ids in full.");
            }
        }
        return asked.stream().map(normal).toArray(String[]::new);
    }

    static ProblemException refused(String name, String what, String nextStep) {
        return Problem.of(
                        400,
                        "invalid_parameter",
                        "A parameter has no usable value",
                        "query:" + name + " is " + what + ".",
                        nextStep)
                .at("query:" + name, what)
                .asException();
    }
}
