package dev.tidegate.platform.web;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A {@link Caller} as Spring Security carries it. Whoever verifies a caller, by token or by
 * session, sets this one; everything after asks for the {@link Caller}.
 */
public final class CallerAuthentication extends AbstractAuthenticationToken {
    @Serial private static final long serialVersionUID = 1;

    private final transient Caller caller;

    public CallerAuthentication(Caller caller) {
        super(AuthorityUtils.createAuthorityList(List.copyOf(caller.scopes())));
        this.caller = caller;
        super.setAuthenticated(true);
    }

    public Caller caller() {
        return caller;
    }

    /** The caller of the request that this thread serves. */
    public static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof CallerAuthentication known
                ? Optional.of(known.caller)
                : Optional.empty();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.principal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallerAuthentication known && known.caller.equals(caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
