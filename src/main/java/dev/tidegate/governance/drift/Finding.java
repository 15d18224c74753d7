package dev.tidegate.governance.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where what a source sends departs from its contract.
 *
 * @param state {@code open} or {@code closed}
 * @param severity {@code note}: the documents went on; {@code breaking}: they are dead letters of
 *     class {@code schema_drift} whose code is {@code kind}
 * @param document kind of document
 * @param path of the field
 * @param expected what the contract says
 * @param observed what came first; of a personal field its form only
 * @param contract version that was departed from first
 * @param count documents
 * @param firstSeen acceptance of the first of their messages
 * @param closed who closed it, when, why and by which fix
 * @param nextSteps what to do about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        long id,
        String state,
        String severity,
        String source,
        String document,
        String path,
        String kind,
        String expected,
        String observed,
        int contract,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        List<Example> examples,
        @Nullable Closing closed,
        List<String> nextSteps) {
    public static final String OPEN = "open";
    public static final String BREAKING = "breaking";

    /** A document that departs. */
    public record Example(String receipt, String ref, String place, String observed) {}

    /**
     * @param fix {@code contract@3}, a mapping version, or empty where it was let be
     */
    public record Closing(String by, Instant at, String why, String fix) {}

    public boolean breaking() {
        return severity.equals(BREAKING);
    }

    public boolean open() {
        return state.equals(OPEN);
    }
}
