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
    private static final String READ = ":read";

    /** Whoever may write a thing may read it. */
    public boolean may(String scope) {
        return scopes.contains(scope)
                || (scope.endsWith(READ)
                        && scopes.contains(
                                scope.substring(0, scope.length() - READ.length()) + ":write"));
    }
}
