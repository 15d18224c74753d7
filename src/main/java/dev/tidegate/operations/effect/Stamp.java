package dev.tidegate.operations.effect;

import java.util.UUID;

/**
 * Which of two tellings of one thing is the later: the greater version, and between equal versions
 * the greater content, so that the winner is the same in whatever order they come.
 */
public record Stamp(long version, UUID content) implements Comparable<Stamp> {
    public static final UUID NO_CONTENT = new UUID(0, 0);

    /** Below everything told. */
    public static final Stamp NONE = new Stamp(Long.MIN_VALUE, NO_CONTENT);

    /** As PostgreSQL compares {@code (bigint, uuid)}: uuids byte by byte, without a sign. */
    @Override
    public int compareTo(Stamp other) {
        int byVersion = Long.compare(version, other.version);
        if (byVersion != 0) {
            return byVersion;
        }
        int byHigh =
                Long.compareUnsigned(
                        content.getMostSignificantBits(), other.content.getMostSignificantBits());
        return byHigh != 0
                ? byHigh
                : Long.compareUnsigned(
                        content.getLeastSignificantBits(), other.content.getLeastSignificantBits());
    }
}
