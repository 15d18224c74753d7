package dev.tidegate.operations.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tidegate.contract.EventId;
import dev.tidegate.contract.FailureClass;
import dev.tidegate.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is dead (not understood) or parked (waiting), and what to do about it.
 *
 * @param state {@code open}, {@code reprocessing}, {@code resolved} or {@code discarded}
 * @param failureClass whose failure it is
 * @param code stable, snake_case
 * @param place exact place of what is wrong
 * @param ref place of the entry in its message
 * @param index of the entry in its message
 * @param attempt how often the bytes were read again by hand
 */
public record DeadLetter(
        DeadLetterId id,
        String state,
        String fate,
        @JsonProperty("class") String failureClass,
        String code,
        String place,
        String reason,
        String nextStep,
        String source,
        String type,
        String key,
        String orderingKey,
        String ref,
        String receipt,
        int index,
        int attempt,
        Instant acceptedAt,
        Instant createdAt,
        @Nullable Instant resolvedAt,
        @JsonIgnore EventId event) {

    /** Dead letters that probably have one cause. */
    public record Group(
            @JsonProperty("class") String failureClass,
            String code,
            String source,
            long count,
            Instant oldestAt,
            Instant newestAt,
            DeadLetter newest) {}

    /**
     * What is asked for, as one says it in a query or in a body.
     *
     * @param state {@code open} where none is named; {@code any} for all
     */
    public record Filter(
            @Nullable String state,
            @JsonProperty("class") @Nullable String failureClass,
            @Nullable String code,
            @Nullable String source,
            @Nullable String fate,
            @Nullable String key) {
        static final String OPEN = "open";
        static final String ANY = "any";
        private static final List<String> STATES =
                List.of(OPEN, "reprocessing", "resolved", "discarded", ANY);
        private static final List<String> FATES = List.of("parked", "dead");
        private static final List<String> CLASSES =
                Stream.of(FailureClass.values()).map(FailureClass::label).toList();

        public Filter {
            boolean plain =
                    Stream.of(state, failureClass, code, source, fate, key)
                            .allMatch(text -> text == null || text.indexOf('\0') < 0);
            if (!plain) {
                throw Problem.of(
                                400,
                                "invalid_parameter",
                                "A parameter has no usable value",
                                "A filter holds a NUL character.",
                                "Leave it out: no name or key here holds one.")
                        .asException();
            }
            refuseUnlessOneOf("state", state, STATES);
            refuseUnlessOneOf("class", failureClass, CLASSES);
            refuseUnlessOneOf("fate", fate, FATES);
        }

        /** A misspelt value would find nothing, in silence. */
        private static void refuseUnlessOneOf(
                String name, @Nullable String value, List<String> values) {
            if (value != null && !values.contains(value)) {
                throw Problem.of(
                                400,
                                "invalid_parameter",
                                "A parameter has no usable value",
                                "The filter's " + name + " has a value that is not there.",
                                "It is one of " + String.join(", ", values) + ".")
                        .at("/filter/" + name, "one of " + String.join(", ", values))
                        .asException();
            }
        }
    }
}
