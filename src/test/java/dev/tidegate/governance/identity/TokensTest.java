package dev.tidegate.governance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static Plant plant;
    private static Served served;

    @BeforeAll
    static void serve() {
        plant = Plant.open(TokensTest.class);
        served =
                Served.on(
                        plant,
                        EnumSet.of(Role.API),
                        Map.of("tidegate.identity.token-lifetime", "4s"));
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @Test
    void aClientGetsATokenByBasicAndByPost() {
        var client = served.client("both-ways", "acme", "mappings:read", "orders:read");

        var basic = served.requestToken(client, "grant_type=client_credentials");
        assertThat(basic.statusCode()).as(basic.body()).isEqualTo(200);
        assertThat(Served.json(basic).get("token_type").asString()).isEqualTo("Bearer");
        assertThat(Served.json(basic).get("scope").asString().split(" "))
                .containsExactlyInAnyOrder("mappings:read", "orders:read");

        var post =
                served.send(
                        HttpRequest.newBuilder(served.url("/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "grant_type=client_credentials&scope=mappings:read"
                                                        + "&client_id="
                                                        + client.id()
                                                        + "&client_secret="
                                                        + client.secret())));
        assertThat(post.statusCode()).as(post.body()).isEqualTo(200);
        assertThat(Served.json(post).get("scope").asString()).isEqualTo("mappings:read");
    }

    @Test
    void aWrongSecretAndAScopeTooManyGetNoToken() {
        var client = served.client("narrow", "acme", "orders:read");

        var wrong =
                served.requestToken(
                        new Served.Credentials(client.id(), "wrong"),
                        "grant_type=client_credentials");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Served.json(wrong).get("error").asString()).isEqualTo("invalid_client");

        var nobody =
                served.send(
                        HttpRequest.newBuilder(served.url("/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(Served.json(nobody).get("error").asString()).isEqualTo("invalid_client");

        var greedy =
                served.requestToken(client, "grant_type=client_credentials&scope=orders:write");
        assertThat(greedy.statusCode()).isEqualTo(400);
        assertThat(Served.json(greedy).get("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void aTokenIsGoodUntilItsTimeIsOverAndNoLonger() {
        var token = served.token(served.client("short", "acme", "mappings:read"));
        assertThat(served.get(token, "/v1/sources").statusCode()).isEqualTo(200);

        var refused =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(8))
                        .until(
                                () -> served.get(token, "/v1/sources"),
                                answer -> answer.statusCode() != 200);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
        assertThat(Served.json(refused).get("code").asString()).isEqualTo("invalid_token");
    }

    @Test
    void aRevokedClientIsOutWithinASecondWhateverItHolds() {
        var client = served.client("revoked", "acme", "mappings:read");
        var token = served.token(client);
        assertThat(served.get(token, "/v1/sources").statusCode()).isEqualTo(200);

        plant.owner()
                .sql(
                        "update governance.client set revoked_at = now(), changed_at = now() where client_id = ?")
                .param(client.id())
                .update();

        Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .until(() -> served.get(token, "/v1/sources").statusCode() == 401);
        assertThat(served.requestToken(client, "grant_type=client_credentials").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenWithoutTheScopeIsToldWhichOneIsMissing() {
        var token = served.token(served.client("reader", "acme", "orders:read"));

        var refused = served.get(token, "/v1/sources");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Served.json(refused).get("code").asString()).isEqualTo("insufficient_scope");
        assertThat(Served.json(refused).get("detail").asString()).contains("mappings:read");
    }

    @Test
    void noTokenAndAForgedTokenAreRefused() {
        var none = served.send(HttpRequest.newBuilder(served.url("/v1/sources")).GET());
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(Served.json(none).get("code").asString()).isEqualTo("unauthenticated");

        var token = served.token(served.client("forger", "acme", "mappings:read"));
        var forged = token.substring(0, token.length() - 4) + "AAAA";
        assertThat(served.get(forged, "/v1/sources").statusCode()).isEqualTo(401);
        assertThat(served.get("not-even-a-token", "/v1/sources").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenComesInTheHeaderAfterItsSchemeAndNoOtherWay() {
        var token = served.token(served.client("header", "acme", "mappings:read"));

        assertThat(authorized("bearer " + token)).as("the scheme in any case").isEqualTo(200);
        assertThat(authorized("Bearer")).isEqualTo(401);
        assertThat(authorized("Bearer" + token)).isEqualTo(401);
        assertThat(authorized("Token " + token)).isEqualTo(401);
        var inTheQuery =
                HttpRequest.newBuilder(served.url("/v1/sources?access_token=" + token)).GET();
        assertThat(served.send(inTheQuery).statusCode()).isEqualTo(401);
    }

    private static int authorized(String header) {
        var request = HttpRequest.newBuilder(served.url("/v1/sources"));
        return served.send(request.header("Authorization", header).GET()).statusCode();
    }

    @Test
    void keysArePublishedWithoutTheirPrivateHalvesAndKeptSealed() {
        var published = served.send(HttpRequest.newBuilder(served.url("/oauth2/jwks")).GET());
        assertThat(published.statusCode()).isEqualTo(200);
        var key = Served.json(published).get("keys").get(0);
        assertThat(key.get("kty").asString()).isEqualTo("RSA");
        assertThat(key.has("d")).isFalse();

        var kept =
                plant.owner()
                        .sql("select jwk from governance.signing_key")
                        .query(String.class)
                        .single();
        assertThat(kept).doesNotContain("\"d\"").doesNotContain("RSA");
    }

    @Test
    void secretsAreKeptAsKeyedHashesOnly() {
        var client = served.client("hashed", "acme", "orders:read");

        var kept =
                plant.owner()
                        .sql("select secret_hash from governance.client where client_id = ?")
                        .param(client.id())
                        .query(String.class)
                        .single();

        assertThat(kept).matches("[0-9a-f]{64}").doesNotContain(client.secret());
    }
}
