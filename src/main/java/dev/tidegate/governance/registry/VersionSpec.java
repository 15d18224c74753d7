package dev.tidegate.governance.registry;

import java.util.OptionalInt;

/**
 * A version as a path names it.
 *
 * @param number empty for the latest
 */
record VersionSpec(OptionalInt number) {
    static final VersionSpec LATEST = new VersionSpec(OptionalInt.empty());

    static VersionSpec parse(String text) {
        if (text.equals("latest") || text.equals("-1")) {
            return LATEST;
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return new VersionSpec(OptionalInt.of(number));
            }
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    private static RuntimeException invalid(String text) {
        return RegistryError.INVALID_VERSION.refusal(
                "The specified version '%s' is not a valid version id. Allowed values are between"
                        + " [1, 2^31-1] and the string \"latest\"",
                text);
    }

    @Override
    public String toString() {
        return number.isEmpty() ? "latest" : String.valueOf(number.getAsInt());
    }
}
