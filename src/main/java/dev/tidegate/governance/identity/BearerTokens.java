package dev.tidegate.governance.identity;

import dev.tidegate.platform.web.CallerAuthentication;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Turns the token of a request into its caller. */
final class BearerTokens implements AuthenticationManager {
    private final Tokens tokens;

    BearerTokens(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication sent) {
        return tokens.caller(((BearerTokenAuthenticationToken) sent).getToken())
                .map(CallerAuthentication::new)
                .orElseThrow(() -> new InvalidBearerTokenException("expired, revoked or not ours"));
    }
}
