package dev.tidegate.governance.identity;

import dev.tidegate.platform.web.Caller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens, and remembers by their hash those that were good until they expire: a signature
 * costs forty times a look-up. Whether the client still stands is asked every time.
 */
final class Tokens {
    private final List<Verifier> verifiers;
    private final Directory directory;
    private final Clock clock;
    private final int verifiedMax;
    private final Map<ByteBuffer, Verified> verified = new ConcurrentHashMap<>();

    /** Reads tokens of one issuer. */
    interface Verifier {
        /** Empty when it is none of this issuer's, or not good. */
        Optional<Verified> verify(String token);
    }

    Tokens(List<Verifier> verifiers, Directory directory, Clock clock, int verifiedMax) {
        this.verifiers = List.copyOf(verifiers);
        this.directory = directory;
        this.clock = clock;
        this.verifiedMax = verifiedMax;
    }

    /** Whose token it is; empty when it is not, or no longer, good. */
    Optional<Caller> caller(String token) {
        var hash = hash(token);
        var known = verified.get(hash);
        if (known == null) {
            known = verify(token);
            if (known == null) {
                return Optional.empty();
            }
            remember(hash, known);
        }
        return stands(known) ? Optional.of(known.caller()) : Optional.empty();
    }

    private @Nullable Verified verify(String token) {
        for (Verifier verifier : verifiers) {
            var found = verifier.verify(token);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    private boolean stands(Verified token) {
        return token.expiresAt().isAfter(clock.instant())
                && (!token.ours() || directory.client(token.caller().principal()).isPresent())
                && directory.tenants().contains(token.caller().tenant());
    }

    private void remember(ByteBuffer hash, Verified token) {
        if (verified.size() >= verifiedMax) {
            Instant now = clock.instant();
            verified.values().removeIf(old -> !old.expiresAt().isAfter(now));
            if (verified.size() >= verifiedMax) {
                verified.clear();
            }
        }
        verified.put(hash, token);
    }

    private static ByteBuffer hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
