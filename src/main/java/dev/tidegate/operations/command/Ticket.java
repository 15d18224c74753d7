package dev.tidegate.operations.command;

import dev.tidegate.platform.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * What a command is given, the same each time the same request is decided again: so that a second
 * try writes the same document.
 *
 * @param at when it was first asked
 * @param number a fresh name for what the command makes: 16 letters and digits
 */
public record Ticket(Instant at, String number) {
    /** Crockford's base 32: no letters that look like digits. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LETTERS = 16;
    private static final int BITS = 5;

    static Ticket of(TenantId tenant, IdempotencyKey key, Instant at) {
        return new Ticket(at, letters(Hash128.of(tenant.value() + '\0' + key.value())));
    }

    static Ticket of(UUID fresh, Instant at) {
        return new Ticket(at, letters(Hash128.of(fresh.toString())));
    }

    Ticket since(Instant first) {
        return new Ticket(first, number);
    }

    private static String letters(UUID bits) {
        var letters = new StringBuilder(LETTERS);
        for (int i = 0; i < LETTERS / 2; i++) {
            letters.append(letter(bits.getMostSignificantBits() >>> (i * BITS)));
            letters.append(letter(bits.getLeastSignificantBits() >>> (i * BITS)));
        }
        return letters.toString();
    }

    private static char letter(long bits) {
        return ALPHABET.charAt((int) bits & (ALPHABET.length() - 1));
    }
}
