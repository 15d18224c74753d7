package dev.tidegate.processing.workbook;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.document.Failure;

/** Ends the reading of a workbook: it is none, or more of one than is read here. */
public final class WorkbookRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    private WorkbookRefused(Failure failure) {
        super(failure.reason(), null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    static WorkbookRefused malformed(String place, String reason) {
        return new WorkbookRefused(
                Failure.dataQuality(
                        "malformed_workbook",
                        place,
                        reason,
                        "Open it in a spreadsheet, save it as .xlsx or export it as CSV, then send"
                                + " that."));
    }

    static WorkbookRefused forbidden(String place, String reason) {
        return policy(
                "forbidden_markup",
                place,
                reason,
                "Let the sender write the text itself; a workbook has no use for these.");
    }

    static WorkbookRefused missingSheet(String name, String present) {
        return new WorkbookRefused(
                Failure.schemaDrift(
                        "missing_sheet",
                        "workbook",
                        "The workbook has no sheet \"" + name + "\"; it has: " + present + ".",
                        "Name the sheet as before, or change the source's parameter sheets."));
    }

    /** A kind of file that is known and isn't read here. */
    static WorkbookRefused unsupported(String what) {
        return new WorkbookRefused(unsupportedType(what));
    }

    public static Failure unsupportedType(String what) {
        return Failure.schemaDrift(
                "unsupported_type",
                "byte 0",
                "The bytes are " + what + ", which isn't read here.",
                "Save it as .xlsx or export it as CSV, then send that.");
    }

    /**
     * @param setting in which the limit can be raised
     */
    static WorkbookRefused limit(String place, String reason, String setting) {
        return policy(
                "limit_exceeded",
                place,
                reason,
                "Send smaller workbooks, or raise tidegate.processing.normaliser." + setting + ".");
    }

    private static WorkbookRefused policy(
            String code, String place, String reason, String nextStep) {
        return new WorkbookRefused(
                new Failure(FailureClass.POLICY_REJECTION, code, place, reason, nextStep));
    }

    /** The same, where the reader knows the place and who found it doesn't. */
    WorkbookRefused at(String place) {
        return failure.place().isEmpty()
                ? new WorkbookRefused(
                        new Failure(
                                failure.failureClass(),
                                failure.code(),
                                place,
                                failure.reason(),
                                failure.nextStep()))
                : this;
    }
}
