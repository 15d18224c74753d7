package dev.tidegate.governance.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A client that asks for no scope in particular gets all that it may have (RFC 6749, 3.3). */
final class AllScopes implements AuthenticationConverter {
    private final AuthenticationConverter plain =
            new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return plain.convert(request) instanceof OAuth2ClientCredentialsAuthenticationToken asked
                ? filled(asked)
                : null;
    }

    private static Authentication filled(OAuth2ClientCredentialsAuthenticationToken asked) {
        if (!asked.getScopes().isEmpty()
                || !(asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client)) {
            return asked;
        }
        var all = Objects.requireNonNull(client.getRegisteredClient()).getScopes();
        return new OAuth2ClientCredentialsAuthenticationToken(
                client, all, asked.getAdditionalParameters());
    }
}
