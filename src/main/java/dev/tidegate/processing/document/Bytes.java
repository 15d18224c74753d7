package dev.tidegate.processing.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What bytes are before anyone reads them: empty, text with or without a mark, or no text. */
public final class Bytes {
    private static final int[] UTF8_MARK = {0xEF, 0xBB, 0xBF};

    private Bytes() {}

    /** Where the text begins: behind a UTF-8 byte-order mark, if there is one. */
    public static int afterMark(byte[] bytes) {
        return startsWith(bytes, UTF8_MARK) ? UTF8_MARK.length : 0;
    }

    public static boolean isBlank(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 with its byte-order mark, as spreadsheets export "Unicode text". */
    public static Optional<Charset> utf16(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(bytes, 0xFE, 0xFF)
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /** What the bytes are instead of text, for a person; empty where they may be text. */
    public static Optional<String> notText(byte[] bytes) {
        if (isZip(bytes)) {
            return Optional.of("a zip archive (an .xlsx workbook is one)");
        }
        if (startsWith(bytes, 0x1F, 0x8B)) {
            return Optional.of("gzip-compressed bytes");
        }
        if (startsWith(bytes, '%', 'P', 'D', 'F')) {
            return Optional.of("a PDF document");
        }
        if (isOldOffice(bytes)) {
            return Optional.of("an old Office document (.xls)");
        }
        return Optional.empty();
    }

    /** A zip archive, as a workbook is one. */
    public static boolean isZip(byte[] bytes) {
        return startsWith(bytes, 'P', 'K', 3, 4);
    }

    /** A compound file (MS-CFB): an old Office document, or an encrypted one. */
    public static boolean isOldOffice(byte[] bytes) {
        return startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0);
    }

    /** Why bytes hold no document of a text format: they are blank, or no text at all. */
    public static Optional<Failure> noDocument(byte[] bytes, String expected) {
        return isBlank(bytes, afterMark(bytes))
                ? Optional.of(emptyFailure())
                : notText(bytes).map(what -> notTextFailure(what, expected));
    }

    /** The dead letter's failure for bytes that are no text at all. */
    public static Failure notTextFailure(String what, String expected) {
        return Failure.dataQuality(
                "not_text",
                "byte 0",
                "These bytes are " + what + ", not " + expected + ".",
                "Send the " + expected + " itself, unpacked and as text.");
    }

    /** The dead letter's failure for a message without content. */
    public static Failure emptyFailure() {
        return Failure.dataQuality(
                "empty_message",
                "byte 0",
                "The message has no content.",
                "Check the export at the sender: it wrote a file without data.");
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
