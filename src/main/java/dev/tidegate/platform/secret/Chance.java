package dev.tidegate.platform.secret;

import java.security.SecureRandom;

/** Where unforeseeable bytes come from: given, never taken. */
public interface Chance {
    byte[] bytes(int count);

    static Chance secure() {
        var random = new SecureRandom();
        return count -> {
            var bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
