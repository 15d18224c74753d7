package dev.tidegate.cli;

/** Stack traces are for those who work on the program: they set TIDEGATE_TRACE. */
final class Traces {
    private Traces() {}

    static void ifWanted(Throwable fault) {
        if (System.getenv("TIDEGATE_TRACE") != null) {
            fault.printStackTrace();
        }
    }
}
