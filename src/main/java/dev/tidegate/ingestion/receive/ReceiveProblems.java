package dev.tidegate.ingestion.receive;

import dev.tidegate.platform.web.Problem;

/** Why the door doesn't take something in. */
final class ReceiveProblems {
    private static final String LANE = "lane";

    private ReceiveProblems() {}

    static Problem emptyBody() {
        return Problem.of(
                400,
                "empty_body",
                "There is nothing in the body",
                "A message has at least one byte.",
                "Send the message itself as the body; with curl, --data-binary @FILE.");
    }

    static Problem invalidHeader(String name) {
        return Problem.of(
                        400,
                        "invalid_header",
                        "A header has no usable value",
                        name + " has 1 to 200 characters, none of them a control character.")
                .at("header:" + name, "empty, too long, or with control characters");
    }

    static Problem tooManyRequests() {
        return Problem.of(
                        429,
                        "too_many_requests",
                        "Too many requests at a time",
                        "This tenant has as many requests under way as it may have.",
                        "Wait for answers before sending more, or put more messages into one"
                                + " request (application/x-ndjson).")
                .with(LANE, "express")
                .withHeader("Retry-After", "1");
    }

    static Problem backlogFull() {
        return Problem.of(
                        429,
                        "backlog_full",
                        "Too much is pending",
                        "So much of this tenant's input waits to take effect, in the express and"
                                + " the surge lane, that no more is taken in.",
                        "Send again after the time in Retry-After; nothing of this was kept.",
                        "GET /v1/accounting shows what is pending.")
                .with(LANE, "surge")
                .withHeader("Retry-After", "5");
    }

    static Problem tooManyMessages(int messagesMax) {
        return Problem.of(
                413,
                "too_many_messages",
                "Too many messages in one request",
                "One request carries at most " + messagesMax + " messages.",
                "Send the rest in another request.");
    }

    static Problem logUnavailable() {
        return Problem.fault(
                        503,
                        "log_unavailable",
                        "The log doesn't answer",
                        "The log has not acknowledged in time. What has no receipt may or may not"
                                + " have been kept.",
                        "Send it again with the same Message-Id: it takes effect once.")
                .withHeader("Retry-After", "2");
    }

    static Problem captureBehaviour(String header) {
        return Problem.of(
                        400,
                        "invalid_header",
                        "A header has no usable value",
                        header + " is rollback, which is the default, or proceed.")
                .at("header:" + header, "neither rollback nor proceed");
    }

    static Problem captureRefused(int dead, int events) {
        return Problem.of(
                        400,
                        "epcis_refused",
                        "An event can't be read, so none is captured",
                        dead + " of " + events + " events can't be read. Nothing was kept.",
                        "Mend the events at the places told, and send the document again.",
                        "With GS1-Capture-Error-Behaviour: proceed the others are captured, and"
                                + " these become dead letters.")
                .withClass("data_quality");
    }

    static Problem receiptNotFound() {
        return Problem.of(
                404,
                "receipt_not_found",
                "There is no such receipt",
                "No message of this tenant has this receipt.",
                "Copy the receipt whole from the answer in which it was given.");
    }
}
