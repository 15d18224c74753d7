package dev.tidegate.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps a text so that only the holder of the key can read it, and nobody can put another in its
 * place (AES-256-GCM, bound to the name of what it is).
 */
public final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final Chance chance;

    public Seal(byte[] key, Chance chance) {
        this.key = new SecretKeySpec(key, "AES");
        this.chance = chance;
    }

    public String close(String name, String text) {
        var nonce = chance.bytes(NONCE_BYTES);
        var sealed = run(Cipher.ENCRYPT_MODE, name, nonce, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(nonce.length + sealed.length)
                                .put(nonce)
                                .put(sealed)
                                .array());
    }

    /**
     * @throws IllegalStateException when it was sealed under another key or name
     */
    public String open(String name, String sealed) {
        var all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        var nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        var rest = new byte[all.remaining()];
        all.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, name, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String name, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name + " was sealed under another key", e);
        }
    }
}
