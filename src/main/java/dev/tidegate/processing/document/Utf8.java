package dev.tidegate.processing.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 (RFC 3629) read strictly: no overlong forms, no surrogates, nothing above U+10FFFF.
 * Decoders of the platform replace what they can't read; here it keeps its place.
 */
public final class Utf8 {
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** A byte {@code b} that is no UTF-8 becomes the lone surrogate U+DC00 + b, as in Python. */
    private static final char ESCAPE = 0xDC00;

    private Utf8() {}

    /** Offset of the first byte that is no UTF-8 between {@code from} and {@code to}, or -1. */
    public static int firstInvalid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (at + Long.BYTES <= to && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
                at += Long.BYTES;
                continue;
            }
            int length = sequence(bytes, at, to);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    /**
     * The text, in which bytes that are no UTF-8 stand as lone surrogates, one each, so that the
     * text around them can be read and {@link #invalidByte} can tell them.
     */
    public static String decodeKeeping(byte[] bytes, int from, int to) {
        if (firstInvalid(bytes, from, to) < 0) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int bad = firstInvalid(bytes, at, to);
            int end = bad < 0 ? to : bad;
            text.append(new String(bytes, at, end - at, StandardCharsets.UTF_8));
            if (bad >= 0) {
                text.append((char) (ESCAPE + (bytes[bad] & 0xFF)));
            }
            at = end + 1;
        }
        return text.toString();
    }

    /** Index of the first kept byte in a text of {@link #decodeKeeping}, or -1. */
    public static int firstKept(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isKept(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
                return i;
            }
        }
        return -1;
    }

    /** The byte that stands kept at {@code index}. */
    public static int invalidByte(CharSequence text, int index) {
        return text.charAt(index) - ESCAPE;
    }

    private static boolean isKept(char c) {
        return c >= ESCAPE + 0x80 && c <= ESCAPE + 0xFF;
    }

    /** Length of the well-formed sequence at {@code at}, or 0. */
    private static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
