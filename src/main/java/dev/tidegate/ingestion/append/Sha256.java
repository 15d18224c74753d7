package dev.tidegate.ingestion.append;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as hexadecimal digits, with one digest used again and again; for one thread. */
public final class Sha256 {
    public static final int BYTES = 32;
    private static final byte[] DIGITS =
            "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final MessageDigest digest = start();
    private final byte[] hash = new byte[BYTES];

    /** A digest to feed piece by piece. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public byte[] hex(byte[] bytes) {
        try {
            digest.update(bytes);
            digest.digest(hash, 0, BYTES);
            return hex(hash, 0);
        } catch (DigestException e) {
            throw new IllegalStateException("the room for a hash is too small", e);
        }
    }

    /** The digits of the 32 bytes from there on. */
    public static byte[] hex(byte[] hashes, int from) {
        var digits = new byte[2 * BYTES];
        for (int i = 0; i < BYTES; i++) {
            int octet = hashes[from + i];
            digits[2 * i] = DIGITS[octet >> 4 & 0xf];
            digits[2 * i + 1] = DIGITS[octet & 0xf];
        }
        return digits;
    }
}
