package dev.tidegate.cli;

/** What the program tells its caller by number; 69 and 75 are those of sysexits.h. */
final class Exit {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int MISSING = 69;
    static final int NOT_READY = 75;

    private Exit() {}
}
