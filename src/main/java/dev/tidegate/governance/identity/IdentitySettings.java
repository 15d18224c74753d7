package dev.tidegate.governance.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call.
 *
 * @param tokenLifetime of the tokens issued here
 * @param signingKeyLifetime after which a new signing key is made; the old one verifies on
 * @param verifiedTokensMax how many verified tokens are remembered until they expire
 * @param issuerUri an OpenID Connect issuer whose tokens are accepted too; empty for none
 * @param audience what a token of that issuer must be meant for
 * @param tenantClaim the claim of that issuer's tokens that names the tenant
 */
@ConfigurationProperties("tidegate.identity")
public record IdentitySettings(
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue("90d") Duration signingKeyLifetime,
        @DefaultValue("20000") int verifiedTokensMax,
        @DefaultValue("") String issuerUri,
        @DefaultValue("tidegate") String audience,
        @DefaultValue("tenant") String tenantClaim) {

    public IdentitySettings {
        if (tokenLifetime.compareTo(Duration.ofSeconds(1)) < 0
                || tokenLifetime.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "tidegate.identity.token-lifetime must be between 1s and 1h, not "
                            + tokenLifetime);
        }
    }
}
