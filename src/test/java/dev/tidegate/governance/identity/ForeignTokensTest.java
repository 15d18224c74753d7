package dev.tidegate.governance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.tidegate.Role;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An identity provider of the operator's own; here one of a few lines, on loopback. */
class ForeignTokensTest {
    private static HttpServer provider;
    private static RSAKey key;
    private static String issuer;
    private static Plant plant;
    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("theirs").generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        answer(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\",\"subject_types_supported\":[\"public\"]}"
                        .formatted(issuer, issuer));
        answer("/keys", new JWKSet(key).toPublicJWKSet().toString());
        provider.start();
        plant = Plant.open(ForeignTokensTest.class);
        served =
                Served.on(
                        plant,
                        EnumSet.of(Role.API),
                        Map.of(
                                "tidegate.identity.issuer-uri", issuer,
                                "tidegate.identity.audience", "supply",
                                "tidegate.identity.tenant-claim", "org"));
        served.client("known", "acme", "mappings:read");
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
        provider.stop(0);
    }

    private static void answer(String path, String json) {
        provider.createContext(
                path,
                exchange -> {
                    var body = json.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    @Test
    void itsTokensAreGoodForTheTenantTheyName() throws Exception {
        var token = token(claims().claim("org", "acme").build(), key);

        assertThat(served.get(token, "/v1/sources").statusCode()).isEqualTo(200);
    }

    @Test
    void tokensOfAnotherAudienceIssuerKeyTenantOrTimeAreNot() throws Exception {
        var stranger = new RSAKeyGenerator(2048).keyID("theirs").generate();
        var good = claims().claim("org", "acme").build();
        var past = Date.from(Instant.now().minusSeconds(600));
        for (var bad :
                new String[] {
                    token(good, stranger),
                    token(new JWTClaimsSet.Builder(good).audience("other").build(), key),
                    token(new JWTClaimsSet.Builder(good).issuer("http://evil").build(), key),
                    token(new JWTClaimsSet.Builder(good).expirationTime(past).build(), key),
                    token(new JWTClaimsSet.Builder(good).claim("org", "nobody").build(), key),
                    token(claims().claim("tenant", "acme").build(), key)
                }) {
            assertThat(served.get(bad, "/v1/sources").statusCode()).isEqualTo(401);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("someone@example.org")
                .audience("supply")
                .claim("scope", "mappings:read")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static String token(JWTClaimsSet claims, RSAKey signer) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(signer));
        return token.serialize();
    }
}
