package dev.tidegate.governance.identity;

import com.nimbusds.jwt.JWTParser;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * Tokens of an OpenID Connect issuer that the operator has named. The issuer is first asked for its
 * keys when a token of its comes, so that its absence never delays a start.
 */
final class ForeignTokens implements Tokens.Verifier {
    private final IdentitySettings settings;
    private final JwtDecoder decoder;

    ForeignTokens(IdentitySettings settings) {
        this.settings = settings;
        this.decoder = new SupplierJwtDecoder(() -> decoder(settings));
    }

    private static JwtDecoder decoder(IdentitySettings settings) {
        var decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuerUri()).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        List.of(
                                JwtValidators.createDefaultWithIssuer(settings.issuerUri()),
                                new JwtAudienceValidator(settings.audience()))));
        return decoder;
    }

    @Override
    public Optional<Verified> verify(String token) {
        try {
            return claimsThisIssuer(token) ? read(decoder.decode(token)) : Optional.empty();
        } catch (JwtException | IllegalArgumentException | ParseException notGood) {
            return Optional.empty();
        }
    }

    /** Nobody else's token makes us ask the issuer for anything. */
    private boolean claimsThisIssuer(String token) throws ParseException {
        return settings.issuerUri().equals(JWTParser.parse(token).getJWTClaimsSet().getIssuer());
    }

    private Optional<Verified> read(Jwt jwt) {
        var tenant = jwt.getClaimAsString(settings.tenantClaim());
        var expires = jwt.getExpiresAt();
        if (tenant == null || expires == null) {
            return Optional.empty();
        }
        var principal = Objects.requireNonNullElse(jwt.getSubject(), "unnamed");
        var caller = new Caller(new TenantId(tenant), principal, scopes(jwt));
        return Optional.of(new Verified(caller, expires, false));
    }

    /** {@code scope} is text with blanks in most issuers' tokens, {@code scp} a list in some. */
    private static Set<String> scopes(Jwt jwt) {
        var scopes = new HashSet<String>();
        for (String claim : List.of("scope", "scp")) {
            if (jwt.getClaim(claim) instanceof String text) {
                scopes.addAll(List.of(text.split(" ")));
            } else if (jwt.hasClaim(claim)) {
                scopes.addAll(Objects.requireNonNull(jwt.getClaimAsStringList(claim)));
            }
        }
        return Set.copyOf(scopes);
    }
}
