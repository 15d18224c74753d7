package dev.tidegate.governance.identity;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import java.util.Set;

/**
 * A program that may get tokens.
 *
 * @param secretHash keyed SHA-256 of its secret
 * @param scopes what it may ask for at most
 */
record Client(
        String id,
        TenantId tenant,
        String name,
        String secretHash,
        Set<String> scopes,
        boolean revoked) {
    Caller asCaller() {
        return new Caller(tenant, id, scopes);
    }
}
