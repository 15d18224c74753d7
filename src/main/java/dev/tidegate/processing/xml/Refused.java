package dev.tidegate.processing.xml;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.document.Failure;

/** Ends the reading of a message: it is no XML, or more of it than is read here. */
final class Refused extends RuntimeException {
    final transient Failure failure;

    private Refused(Failure failure) {
        super(failure.reason(), null, false, false);
        this.failure = failure;
    }

    static Refused malformed(String place, String reason) {
        return dataQuality(
                "malformed_xml",
                place,
                reason,
                "Let the sender write well-formed XML (XML 1.0), then send it again.");
    }

    static Refused dataQuality(String code, String place, String reason, String nextStep) {
        return new Refused(Failure.dataQuality(code, place, reason, nextStep));
    }

    static Refused forbidden(String code, String place, String reason) {
        return new Refused(
                new Failure(
                        FailureClass.POLICY_REJECTION,
                        code,
                        place,
                        reason,
                        "Let the sender write the text itself in place of the entity, then send it"
                                + " again."));
    }

    static Refused limit(String place, String reason) {
        return new Refused(
                new Failure(
                        FailureClass.POLICY_REJECTION,
                        "limit_exceeded",
                        place,
                        reason,
                        "Send smaller documents, or raise the limit in"
                                + " tidegate.processing.normaliser."));
    }
}
