package dev.tidegate.ingestion.body;

import dev.tidegate.platform.web.Problem;

/** Why a body is not read on. */
public final class BodyProblems {
    private BodyProblems() {}

    static Problem tooLarge(long bytesMax, String hint) {
        return Problem.of(
                413,
                "message_too_large",
                "The message is too large",
                "More than " + bytesMax + " bytes are not taken in this way.",
                hint);
    }

    static Problem tooSlow(String limit) {
        return Problem.of(
                408,
                "body_too_slow",
                "The body came too slowly",
                "The body had not come whole after " + limit + ".",
                "Send it again over a faster line, or in smaller pieces.");
    }

    static Problem brokenOff() {
        return Problem.of(
                400,
                "body_broken_off",
                "The body broke off",
                "The connection gave fewer bytes than were announced, or broken chunks.",
                "Send it again.");
    }

    static Problem unsupportedCoding(String coding) {
        return Problem.of(
                        415,
                        "unsupported_content_encoding",
                        "The body's coding is not read here",
                        "Content-Encoding " + coding + " is not read here.",
                        "Send the body as it is, or with Content-Encoding: gzip.")
                .withHeader("Accept-Encoding", "gzip, identity");
    }

    static Problem notGzip() {
        return Problem.of(
                400,
                "malformed_gzip",
                "The body is no gzip",
                "The body was announced as gzip, and can't be read as that.",
                "Leave Content-Encoding out when the body is not compressed.");
    }

    static Problem inflatesTooMuch(int ratioMax) {
        return Problem.of(
                413,
                "inflates_too_much",
                "The body grows too large when unpacked",
                "The body grows to more than " + ratioMax + " times its size when unpacked.",
                "Send it uncompressed, or in smaller pieces.");
    }

    public static Problem noMemory() {
        return Problem.fault(
                        429,
                        "overloaded",
                        "Too much is under way",
                        "The bytes under way for this tenant or for all have reached their bound.",
                        "Send again after the time in Retry-After.")
                .withHeader("Retry-After", "1");
    }

    static Problem malformedParts(String what) {
        return Problem.of(
                400,
                "malformed_multipart",
                "The body is no multipart/mixed",
                "The parts can't be told from each other: " + what + ".",
                "See RFC 2046, section 5.1: every part begins with --boundary, the last one is"
                        + " followed by --boundary--.");
    }

    static Problem recordTooLarge(long record, long bytesMax) {
        return Problem.of(
                        413,
                        "record_too_large",
                        "A record of the file is too large",
                        "Record "
                                + record
                                + " and what belongs to it has more than "
                                + bytesMax
                                + " bytes.",
                        "Look for a quote that nothing closes.")
                .at("row:" + record, "more than " + bytesMax + " bytes");
    }
}
