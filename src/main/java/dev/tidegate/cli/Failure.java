package dev.tidegate.cli;

import java.util.List;

/** Ends a command: what is wrong, the lines that mend it, and the exit code. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient List<String> mends;

    private Failure(int code, String message, List<String> mends) {
        super(message, null, false, false);
        this.code = code;
        this.mends = mends;
    }

    static Failure failed(String message, String... mends) {
        return new Failure(Exit.FAILED, message, List.of(mends));
    }

    static Failure failed(String message, List<String> mends) {
        return new Failure(Exit.FAILED, message, mends);
    }

    static Failure usage(String message, String... mends) {
        return new Failure(Exit.USAGE, message, List.of(mends));
    }

    static Failure missing(String message, String... mends) {
        return new Failure(Exit.MISSING, message, List.of(mends));
    }

    static Failure notReady(String message, String... mends) {
        return new Failure(Exit.NOT_READY, message, List.of(mends));
    }

    int code() {
        return code;
    }

    List<String> mends() {
        return mends;
    }
}
