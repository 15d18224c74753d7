package dev.tidegate.processing.document;

import java.security.MessageDigest;

/** Adds a document's own bytes to a digest; asked only when a dead letter needs its identity. */
@FunctionalInterface
public interface Fingerprint {
    void addTo(MessageDigest digest);

    static Fingerprint of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static Fingerprint of(byte[] bytes, int from, int to) {
        return digest -> digest.update(bytes, from, Math.max(0, to - from));
    }
}
