package dev.tidegate.proof.outside;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An act as it travels: whose it is, and its exact bytes. */
public record Message(String tenant, String source, Act act) {
    public byte[] bytes() {
        return Template.write(act).getBytes(StandardCharsets.UTF_8);
    }

    /** Of the bytes, lower-case hexadecimal: how the same bytes are found again. */
    public String sha256() {
        return sha256(bytes());
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
