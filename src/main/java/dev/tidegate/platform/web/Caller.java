package dev.tidegate.platform.web;

import dev.tidegate.platform.TenantId;
import java.util.Set;

/**
 * Who calls, as the verified token says: never taken from a body or a parameter.
 *
 * @param tenant the only tenant this call may see or change
 * @param principal the client or person, as written into audit records
 * @param scopes OAuth 2 scopes, such as {@code orders:read}
 */
public record Caller(TenantId tenant, String principal, Set<String> scopes) {
    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
