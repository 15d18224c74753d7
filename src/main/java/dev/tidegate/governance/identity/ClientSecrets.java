package dev.tidegate.governance.identity;

import dev.tidegate.platform.secret.Chance;
import dev.tidegate.platform.secret.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Secrets of clients: 256 bits of chance, so that no guessing helps and a fast keyed hash is enough
 * (docs/adr). A slow hash here would let 27 tokens a second fill a core.
 */
public final class ClientSecrets implements PasswordEncoder {
    private static final int BYTES = 32;
    private final KeyedHash hash;
    private final Chance chance;

    public ClientSecrets(byte[] key, Chance chance) {
        this.hash = new KeyedHash(key);
        this.chance = chance;
    }

    String generate() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance.bytes(BYTES));
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        var bytes = String.valueOf(secret).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(hash.of(bytes));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        return secret != null
                && encoded != null
                && MessageDigest.isEqual(
                        encode(secret).getBytes(StandardCharsets.US_ASCII),
                        encoded.getBytes(StandardCharsets.US_ASCII));
    }
}
