package dev.tidegate.processing.edi;

import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which flaws refuse a set. A strict source refuses what may mean that a set isn't whole, a lenient
 * one only a set that breaks off; the parameter {@code refuse} names others instead, by their
 * codes. What isn't refused is told as a finding.
 */
public record Tolerance(Set<Flaw> refused) {
    private static final Set<Flaw> STRICT =
            EnumSet.of(
                    Flaw.SEGMENT_COUNT_MISMATCH,
                    Flaw.CONTROL_NUMBER_MISMATCH,
                    Flaw.TRUNCATED_SET,
                    Flaw.MISSING_INTERCHANGE_HEADER);
    private static final Set<Flaw> LENIENT = EnumSet.of(Flaw.TRUNCATED_SET);

    public static Tolerance of(SourceDefinition source) {
        String named = source.parameters().get("refuse");
        if (named != null) {
            var codes = List.of(named.strip().split("\\s*,\\s*"));
            return new Tolerance(
                    Arrays.stream(Flaw.values())
                            .filter(flaw -> codes.contains(flaw.code()))
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return new Tolerance(source.strictness() == Strictness.STRICT ? STRICT : LENIENT);
    }

    /** The first finding that refuses the set. */
    public Optional<Finding> refusal(List<Finding> findings) {
        return findings.stream().filter(finding -> refused.contains(finding.flaw())).findFirst();
    }
}
