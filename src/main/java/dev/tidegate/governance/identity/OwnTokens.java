package dev.tidegate.governance.identity;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;

/** The tokens issued here: what stands in them, and how they are read again. */
final class OwnTokens implements Tokens.Verifier {
    static final String AUDIENCE = "tidegate";
    private static final String TENANT = "tenant";
    private static final String SCOPE = "scope";

    private final Directory directory;
    private final NimbusJwtDecoder decoder;
    private final SigningKeys keys;

    OwnTokens(SigningKeys keys, Directory directory, Clock clock) {
        this.keys = keys;
        this.directory = directory;
        this.decoder =
                NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
        decoder.setJwtValidator(validator(clock));
    }

    private static OAuth2TokenValidator<Jwt> validator(Clock clock) {
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                List.of(times, new JwtAudienceValidator(AUDIENCE)));
    }

    JwtGenerator generator() {
        var generator = new JwtGenerator(new NimbusJwtEncoder(keys.newest()));
        generator.setJwtCustomizer(this::claims);
        return generator;
    }

    private void claims(JwtEncodingContext context) {
        var client =
                directory
                        .client(context.getRegisteredClient().getClientId())
                        .orElseThrow(() -> new IllegalStateException("revoked meanwhile"));
        context.getClaims()
                .audience(List.of(AUDIENCE))
                .claim("client_id", client.id())
                .claim(TENANT, client.tenant().value())
                .claim(SCOPE, String.join(" ", context.getAuthorizedScopes()));
    }

    @Override
    public Optional<Verified> verify(String token) {
        try {
            var jwt = decoder.decode(token);
            var scopes = Objects.requireNonNullElse(jwt.getClaimAsString(SCOPE), "");
            var caller =
                    new Caller(
                            new TenantId(Objects.requireNonNull(jwt.getClaimAsString(TENANT))),
                            Objects.requireNonNull(jwt.getSubject()),
                            Set.of(scopes.split(" ")));
            return Optional.of(
                    new Verified(caller, Objects.requireNonNull(jwt.getExpiresAt()), true));
        } catch (JwtException notGood) {
            return Optional.empty();
        }
    }
}
