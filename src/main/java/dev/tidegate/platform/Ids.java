package dev.tidegate.platform;

import java.util.UUID;

/** Where fresh ids come from: given, never taken, so that a test can foresee them. */
public interface Ids {
    UUID next();

    static Ids random() {
        return UUID::randomUUID;
    }
}
