package dev.tidegate.proof.works;

/** How much of a proof is wanted: little in the suite, more by {@code ./tidegate prove}. */
public final class Given {
    private Given() {}

    /** The number of the system property {@code proof.<name>}, or the suite's own. */
    public static long number(String name, long inTheSuite) {
        return Long.getLong("proof." + name, inTheSuite);
    }
}
