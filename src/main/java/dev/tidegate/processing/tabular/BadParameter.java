package dev.tidegate.processing.tabular;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.document.Failure;

/** A parameter of the source that can't be used; nothing is read until it is mended. */
final class BadParameter extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String parameter;

    BadParameter(String parameter, String reason) {
        super(reason, null, false, false);
        this.parameter = parameter;
    }

    Failure failure() {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "bad_parameter",
                "parameters/" + parameter,
                "The source's parameter " + parameter + " can't be used: " + getMessage() + ".",
                "Mend it with PUT /v1/sources/{source}, then reprocess.");
    }
}
