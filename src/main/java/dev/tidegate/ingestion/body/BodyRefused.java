package dev.tidegate.ingestion.body;

import dev.tidegate.platform.web.Problem;

/** Reading can't go on; the problem says why. */
public final class BodyRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public BodyRefused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
