package dev.tidegate.processing.edi;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;

/**
 * What became of one event of a set or message.
 *
 * @param death why it is a dead letter; empty where it lives
 * @param findings what was read on over
 */
public record Fate(Optional<Flawed> death, List<Flawed> findings) {
    /**
     * @param code as dead letters and findings tell it
     * @param place such as {@code PO1[3]-02 (segment 14)}
     */
    public record Flawed(String code, String place) {}

    /** By the set's or message's ref, in the order of the events. */
    public static Map<String, List<Fate>> byRef(List<CanonicalEvent> events) {
        var fates = new LinkedHashMap<String, List<Fate>>();
        for (CanonicalEvent event : events) {
            fates.computeIfAbsent(event.ref(), _ -> new ArrayList<>()).add(of(event));
        }
        return fates;
    }

    private static Fate of(CanonicalEvent event) {
        var findings = event.findings().stream().map(Fate::found).toList();
        return event.type() == EventType.DEAD_LETTER
                ? new Fate(Optional.of(death(event.body())), findings)
                : new Fate(Optional.empty(), findings);
    }

    private static Flawed death(GenericRecord body) {
        return new Flawed(String.valueOf(body.get("code")), String.valueOf(body.get("place")));
    }

    Stream<Flawed> flaws() {
        return Stream.concat(death.stream(), findings.stream());
    }

    /** A finding is a code, a blank and a place. */
    private static Flawed found(String finding) {
        int at = finding.indexOf(' ');
        return at < 0
                ? new Flawed(finding, "")
                : new Flawed(finding.substring(0, at), finding.substring(at + 1));
    }
}
