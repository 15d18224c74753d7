package dev.tidegate.processing.document;

import dev.tidegate.contract.FailureClass;

/**
 * Why something could not be understood, for a person and for a program.
 *
 * @param code stable, snake_case
 * @param place exact place in the original; empty where the document's ref says it all
 * @param reason what is wrong there
 * @param nextStep what to do about it
 */
public record Failure(
        FailureClass failureClass, String code, String place, String reason, String nextStep) {

    public static Failure dataQuality(String code, String place, String reason, String nextStep) {
        return new Failure(FailureClass.DATA_QUALITY, code, place, reason, nextStep);
    }

    public static Failure schemaDrift(String code, String place, String reason, String nextStep) {
        return new Failure(FailureClass.SCHEMA_DRIFT, code, place, reason, nextStep);
    }
}
