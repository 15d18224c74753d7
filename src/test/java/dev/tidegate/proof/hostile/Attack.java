package dev.tidegate.proof.hostile;

import java.nio.charset.StandardCharsets;

/** Bytes that a source is sent as a message. */
record Attack(String name, String source, String contentType, byte[] body, String encoding) {
    static Attack of(String name, String source, String contentType, byte[] body) {
        return new Attack(name, source, contentType, body, "");
    }

    static Attack json(String name, String body) {
        return of(name, "json", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static Attack csv(String name, String body) {
        return of(name, "csv", "text/csv", body.getBytes(StandardCharsets.UTF_8));
    }

    static Attack x12(String name, String body) {
        return of(name, "x12", "application/edi-x12", body.getBytes(StandardCharsets.ISO_8859_1));
    }

    Attack compressed(String contentEncoding) {
        return new Attack(name, source, contentType, body, contentEncoding);
    }

    @Override
    public String toString() {
        return name + " to " + source;
    }
}
