package dev.tidegate.governance.identity;

import dev.tidegate.platform.web.Caller;
import java.time.Instant;

/**
 * A token whose signature and claims were found good.
 *
 * @param ours whether it was issued here: then its client must still be in the directory
 */
record Verified(Caller caller, Instant expiresAt, boolean ours) {}
