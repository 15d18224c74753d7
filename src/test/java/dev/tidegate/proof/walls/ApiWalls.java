package dev.tidegate.proof.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The API's endpoints: each scope, each kind of token, one's own things and another's. */
interface ApiWalls {
    List<String> NOT_OURS =
            List.of(
                    "/actuator",
                    "/actuator/health",
                    "/actuator/health/**",
                    "/actuator/prometheus",
                    "/v3/api-docs",
                    "/v3/api-docs.yaml");

    Stage stage();

    /** Otherwise the facts below would be about nothing. */
    @TestFactory
    default Stream<DynamicTest> theVictimSeesItsOwn() {
        return stage().ofApi()
                .filter(endpoint -> endpoint.method().equals("GET"))
                .map(
                        endpoint ->
                                endpoint.fact(
                                        () ->
                                                assertThat(
                                                                stage().ask(
                                                                                endpoint,
                                                                                stage().victimsToken(),
                                                                                true)
                                                                        .status())
                                                        .as(endpoint.toString())
                                                        .isEqualTo(200)));
    }

    /** First, while the stranger has used no key of its own. */
    @TestFactory
    @Order(1)
    default Stream<DynamicTest> anothersThingIsAnsweredAsAMissingOne() {
        return stage().ofApi()
                .map(
                        endpoint ->
                                endpoint.fact(
                                        () ->
                                                SoftAssertions.assertSoftly(
                                                        softly -> compare(softly, endpoint))));
    }

    private void compare(SoftAssertions softly, Endpoint endpoint) {
        var victims = Ask.each(endpoint, stage().names(), true).toList();
        var missing = Ask.each(endpoint, stage().names(), false).toList();
        for (int i = 0; i < victims.size(); i++) {
            var ask = victims.get(i);
            var answer = stage().send(ask, stage().strangersToken());
            var absent = stage().send(missing.get(i), stage().strangersToken());
            softly.assertThat(answer.body()).as("%s", ask).doesNotContain(Victim.MARK);
            softly.assertThat(answer.headers())
                    .as("%s replays the victim's answer", ask)
                    .doesNotContainKey("idempotent-replayed");
            softly.assertThat(answer.status()).as("%s", ask).isEqualTo(absent.status());
            if (!answer.isStream() && (endpoint.method().equals("GET") || answer.status() >= 400)) {
                softly.assertThat(stage().names().anonymous(answer.body()))
                        .as("%s", ask)
                        .isEqualTo(stage().names().anonymous(absent.body()));
            }
        }
    }

    @TestFactory
    default Stream<DynamicTest> withoutTheScopeItIsForbidden() {
        return stage().ofApi()
                .map(
                        endpoint ->
                                endpoint.fact(
                                        () -> {
                                            var token = stage().tokenWithout(endpoint.needs());
                                            var answer = stage().ask(endpoint, token, true);
                                            assertThat(answer.status()).isEqualTo(403);
                                            assertThat(answer.body())
                                                    .contains("insufficient_scope")
                                                    .doesNotContain(Victim.MARK);
                                        }));
    }

    @TestFactory
    default Stream<DynamicTest> withoutATokenNothingIsAnswered() {
        return stage().ofApi()
                .map(
                        endpoint ->
                                endpoint.fact(
                                        () -> {
                                            var ask = stage().first(endpoint, true);
                                            var answer =
                                                    ask.send(
                                                            stage().served(),
                                                            HttpRequest.newBuilder(
                                                                    stage().served()
                                                                            .url(ask.path())));
                                            assertThat(answer.status()).isEqualTo(401);
                                            assertThat(answer.body()).doesNotContain(Victim.MARK);
                                        }));
    }

    @TestFactory
    default Stream<DynamicTest> noForgedTokenOpensAnything() {
        var forgeries = Forgeries.of(stage().strangersToken(), stage().expiredToken());
        return stage().ofApi()
                .map(
                        endpoint ->
                                endpoint.fact(
                                        () ->
                                                SoftAssertions.assertSoftly(
                                                        softly ->
                                                                forgeries.forEach(
                                                                        (kind, token) ->
                                                                                softly.assertThat(
                                                                                                stage().ask(
                                                                                                                endpoint,
                                                                                                                token,
                                                                                                                true)
                                                                                                        .status())
                                                                                        .as(kind)
                                                                                        .isEqualTo(
                                                                                                401)))));
    }

    @TestFactory
    default Stream<DynamicTest> whatIsOpenToAllTellsNothingOfTenants() {
        return stage().endpoints().stream()
                .filter(Endpoint::isPublic)
                .filter(endpoint -> !endpoint.isConsole() && endpoint.method().equals("GET"))
                .map(
                        endpoint ->
                                endpoint.fact(
                                        () -> {
                                            var ask = stage().first(endpoint, true);
                                            var request =
                                                    HttpRequest.newBuilder(
                                                            stage().served().url(ask.path()));
                                            assertThat(ask.send(stage().served(), request).body())
                                                    .doesNotContain(Victim.MARK);
                                        }));
    }

    /** What libraries bring along has no rules here: it is open, and so there is little of it. */
    @TestFactory
    default Stream<DynamicTest> whatIsNotOursTellsNothingOfTenants() {
        var others =
                stage().served().beans(RequestMappingInfoHandlerMapping.class).values().stream()
                        .flatMap(mapping -> Endpoint.notOurs(mapping).stream())
                        .toList();
        assertThat(others).containsExactlyInAnyOrderElementsOf(NOT_OURS);
        return others.stream()
                .map(
                        path ->
                                DynamicTest.dynamicTest(
                                        path,
                                        () -> {
                                            var answer =
                                                    stage().served()
                                                            .send(
                                                                    HttpRequest.newBuilder(
                                                                            stage().served()
                                                                                    .url(
                                                                                            path
                                                                                                    .replace(
                                                                                                            "/**",
                                                                                                            "/readiness"))));
                                            assertThat(answer.statusCode()).isEqualTo(200);
                                            assertThat(answer.body())
                                                    .doesNotContain(Victim.MARK, Victim.TENANT);
                                        }));
    }

    @Test
    default void thereAreEndpointsOfEveryKind() {
        assertThat(stage().ofApi().count()).isGreaterThan(20);
        assertThat(stage().endpoints()).noneMatch(endpoint -> endpoint.needs().equals("?"));
    }
}
