package dev.tidegate.proof.walls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.platform.web.Scopes;
import dev.tidegate.proof.tampering.SqlWrong;
import dev.tidegate.proof.tampering.Tampering;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The matrix, generated from the running program's own handlers: every endpoint, each scope, one's
 * own things and another's. An endpoint that no rule covers fails it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Walls {
    private static final String STRANGER = "stranger";
    private static final int LATE = Integer.MAX_VALUE - 1;
    private static final Set<String> MAKES =
            Set.of(
                    "/v1/orders",
                    "/v1/inventory/adjustments",
                    "/v1/inventory/transfers",
                    "/v1/inventory/counts");

    /** Where a change of the victim's things would show. */
    private static final List<String> STATE =
            List.of(
                    "/v1/state-hash",
                    "/v1/sources",
                    "/v1/mappings/victim-mapping/versions",
                    "/v1/dead-letters?state=any");

    private static final List<String> NOT_OURS =
            List.of(
                    "/actuator",
                    "/actuator/health",
                    "/actuator/health/**",
                    "/actuator/prometheus",
                    "/v3/api-docs",
                    "/v3/api-docs.yaml");

    private final boolean blind;
    private Plant plant;
    private Served served;
    private List<Endpoint> endpoints;
    private Names names;
    private String victimsToken;
    private String strangersToken;
    private Browser victim;
    private Browser stranger;
    private String victimsState;

    /**
     * @param blind whether the program's own predicates on the tenant are made always true
     */
    Walls(boolean blind) {
        this.blind = blind;
    }

    @BeforeAll
    void settle() {
        plant = Plant.open(getClass());
        served = Served.on(plant, EnumSet.allOf(Role.class), settings());
        endpoints =
                Endpoint.of(
                        served.bean(
                                "requestMappingHandlerMapping",
                                RequestMappingHandlerMapping.class));
        var victims = client("victims-client", Victim.TENANT, everything());
        var strangers = client("strangers-client", STRANGER, everything());
        victimsToken = served.token(victims);
        strangersToken = served.token(strangers);
        victim = new Browser(served).signIn(victims);
        stranger = new Browser(served).signIn(strangers);
        names = new Victim(served, victimsToken).settle();
        victimsOwnCommands().forEach(this::victimMay);
        victimsState = state();
        if (blind) {
            Tampering.begin(SqlWrong.BLIND_PREDICATES);
        }
    }

    private Map<String, String> settings() {
        return Map.of("tidegate.demo.enabled", "false", Tampering.PROPERTY, blind ? "on" : "off");
    }

    @AfterAll
    void close() {
        Tampering.end();
        victim.close();
        stranger.close();
        served.close();
        plant.close();
    }

    /** Otherwise the facts below would be about nothing. */
    @TestFactory
    Stream<DynamicTest> theVictimSeesItsOwn() {
        return ofApi().filter(endpoint -> endpoint.method().equals("GET"))
                .map(
                        endpoint ->
                                fact(
                                        endpoint,
                                        () ->
                                                assertThat(
                                                                ask(endpoint, victimsToken, true)
                                                                        .status())
                                                        .isEqualTo(200)));
    }

    /** Those that make something, under keys that the stranger will use as well. */
    private Stream<Endpoint> victimsOwnCommands() {
        return commands().filter(endpoint -> MAKES.contains(endpoint.pattern()));
    }

    private void victimMay(Endpoint command) {
        var answer = ask(command, victimsToken, true);
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private Stream<Endpoint> commands() {
        return ofApi().filter(endpoint -> !endpoint.method().equals("GET"));
    }

    /** First, while the stranger has used no key of its own. */
    @TestFactory
    @Order(1)
    Stream<DynamicTest> anothersThingIsAnsweredAsAMissingOne() {
        return ofApi().map(
                        endpoint ->
                                fact(
                                        endpoint,
                                        () ->
                                                SoftAssertions.assertSoftly(
                                                        softly -> compare(softly, endpoint))));
    }

    private void compare(SoftAssertions softly, Endpoint endpoint) {
        var victims = Ask.each(endpoint, names, true).toList();
        var missing = Ask.each(endpoint, names, false).toList();
        for (int i = 0; i < victims.size(); i++) {
            var ask = victims.get(i);
            var answer = send(ask, strangersToken);
            var absent = send(missing.get(i), strangersToken);
            softly.assertThat(answer.body()).as("%s", ask).doesNotContain(Victim.MARK);
            softly.assertThat(answer.headers())
                    .as("%s replays the victim's answer", ask)
                    .doesNotContainKey("idempotent-replayed");
            softly.assertThat(answer.status()).as("%s", ask).isEqualTo(absent.status());
            if (!answer.isStream() && (endpoint.method().equals("GET") || answer.status() >= 400)) {
                softly.assertThat(names.anonymous(answer.body()))
                        .as("%s", ask)
                        .isEqualTo(names.anonymous(absent.body()));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> withoutTheScopeItIsForbidden() {
        return ofApi().map(
                        endpoint ->
                                fact(
                                        endpoint,
                                        () -> {
                                            var token = tokenWithout(endpoint.needs());
                                            var answer = ask(endpoint, token, true);
                                            assertThat(answer.status()).isEqualTo(403);
                                            assertThat(answer.body())
                                                    .contains("insufficient_scope")
                                                    .doesNotContain(Victim.MARK);
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> withoutATokenNothingIsAnswered() {
        return ofApi().map(
                        endpoint ->
                                fact(
                                        endpoint,
                                        () -> {
                                            var ask = first(endpoint, true);
                                            var answer =
                                                    ask.send(
                                                            served,
                                                            HttpRequest.newBuilder(
                                                                    served.url(ask.path())));
                                            assertThat(answer.status()).isEqualTo(401);
                                            assertThat(answer.body()).doesNotContain(Victim.MARK);
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> noForgedTokenOpensAnything() {
        var forgeries = Forgeries.of(strangersToken, expired());
        return ofApi().map(
                        endpoint ->
                                fact(
                                        endpoint,
                                        () ->
                                                SoftAssertions.assertSoftly(
                                                        softly ->
                                                                forgeries.forEach(
                                                                        (kind, token) ->
                                                                                softly.assertThat(
                                                                                                ask(
                                                                                                                endpoint,
                                                                                                                token,
                                                                                                                true)
                                                                                                        .status())
                                                                                        .as(kind)
                                                                                        .isEqualTo(
                                                                                                401)))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOpenToAllTellsNothingOfTenants() {
        return endpoints.stream()
                .filter(Endpoint::isPublic)
                .filter(endpoint -> !endpoint.isConsole() && endpoint.method().equals("GET"))
                .map(
                        endpoint ->
                                fact(
                                        endpoint,
                                        () -> {
                                            var ask = first(endpoint, true);
                                            var request =
                                                    HttpRequest.newBuilder(served.url(ask.path()));
                                            assertThat(ask.send(served, request).body())
                                                    .doesNotContain(Victim.MARK);
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> aPageShowsNothingOfAnothers() {
        return pages().map(
                        page ->
                                fact(
                                        page,
                                        () ->
                                                SoftAssertions.assertSoftly(
                                                        softly -> comparePages(softly, page))));
    }

    private void comparePages(SoftAssertions softly, Endpoint page) {
        var victims = Ask.each(page, names, true).toList();
        var missing = Ask.each(page, names, false).toList();
        for (int i = 0; i < victims.size(); i++) {
            var path = victims.get(i).path();
            var answer = stranger.get(path);
            softly.assertThat(answer.body()).as(path).doesNotContain(Victim.MARK);
            softly.assertThat(answer.status())
                    .as(path)
                    .isEqualTo(stranger.get(missing.get(i).path()).status());
        }
    }

    @TestFactory
    Stream<DynamicTest> aButtonDoesNothingToAnothers() {
        return buttons()
                .map(
                        button ->
                                fact(
                                        button,
                                        () -> {
                                            var answer = stranger.press(path(button, true));
                                            assertThat(answer.status())
                                                    .isEqualTo(404)
                                                    .isEqualTo(
                                                            stranger.press(path(button, false))
                                                                    .status());
                                            assertThat(answer.body()).doesNotContain(Victim.MARK);
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> aPageIsShownToNobodyWithoutASession() {
        return pages().map(
                        page ->
                                fact(
                                        page,
                                        () -> {
                                            try (var nobody = new Browser(served)) {
                                                var answer = nobody.get(path(page, true));
                                                assertThat(answer.status()).isEqualTo(302);
                                                assertThat(answer.headers().get("Location"))
                                                        .singleElement()
                                                        .asString()
                                                        .contains("/console/sign-in");
                                            }
                                        }));
    }

    @Test
    void theVictimsPagesShowItsOwn() {
        assertThat(pages().map(page -> victim.get(path(page, true)).body()))
                .filteredOn(body -> body.contains(Victim.MARK))
                .hasSizeGreaterThan(2);
    }

    private Stream<Endpoint> pages() {
        return ofConsole("GET");
    }

    private Stream<Endpoint> buttons() {
        return ofConsole("POST");
    }

    private Stream<Endpoint> ofConsole(String method) {
        return endpoints.stream()
                .filter(e -> e.pattern().startsWith("/console/") && e.method().equals(method))
                .filter(e -> !e.pattern().contains("/sign-"));
    }

    /** What libraries bring along has no rules here: it is open, and so there is little of it. */
    @TestFactory
    Stream<DynamicTest> whatIsNotOursTellsNothingOfTenants() {
        var others =
                served.beans(RequestMappingInfoHandlerMapping.class).values().stream()
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
                                                    served.send(
                                                            HttpRequest.newBuilder(
                                                                    served.url(
                                                                            path.replace(
                                                                                    "/**",
                                                                                    "/readiness"))));
                                            assertThat(answer.statusCode()).isEqualTo(200);
                                            assertThat(answer.body())
                                                    .doesNotContain(Victim.MARK, Victim.TENANT);
                                        }));
    }

    @Test
    void thereAreEndpointsOfEveryKind() {
        assertThat(ofApi().count()).isGreaterThan(20);
        assertThat(endpoints).noneMatch(endpoint -> endpoint.needs().equals("?"));
    }

    /** After everything that a stranger tried. */
    @Test
    @Order(LATE)
    void nothingOfTheVictimsChanged() {
        ofApi().forEach(endpoint -> ask(endpoint, strangersToken, true));

        assertThat(state()).isEqualTo(victimsState);
    }

    /** Otherwise the stranger may have been refused for a request that nobody may make. */
    @TestFactory
    @Order(LATE + 1)
    Stream<DynamicTest> theVictimItselfMayDoAllThis() {
        return commands().map(endpoint -> fact(endpoint, () -> victimMay(endpoint)));
    }

    private Stream<Endpoint> ofApi() {
        return endpoints.stream().filter(e -> !e.isPublic() && !e.isConsole());
    }

    private static DynamicTest fact(
            Endpoint endpoint, org.junit.jupiter.api.function.Executable fact) {
        return DynamicTest.dynamicTest(endpoint.toString(), fact);
    }

    private Answer ask(Endpoint endpoint, String token, boolean victims) {
        return send(first(endpoint, victims), token);
    }

    private Ask first(Endpoint endpoint, boolean victims) {
        return Ask.each(endpoint, names, victims).findFirst().orElseThrow();
    }

    private Answer send(Ask ask, String token) {
        return ask.send(served, served.request(token, ask.path()));
    }

    private String path(Endpoint page, boolean victims) {
        return first(page, victims).path();
    }

    private String state() {
        return STATE.stream()
                .map(path -> served.get(victimsToken, path).body())
                .collect(Collectors.joining("\n"));
    }

    private String tokenWithout(String scope) {
        var others = new ArrayList<>(everything());
        others.remove(scope);
        others.remove(scope.replace(":read", ":write"));
        return token("without-" + scope.replace(':', '-'), STRANGER, others);
    }

    private String token(String id, String tenant, List<String> scopes) {
        return served.token(client(id, tenant, scopes));
    }

    private Served.Credentials client(String id, String tenant, List<String> scopes) {
        return served.client(id, tenant, scopes.toArray(String[]::new));
    }

    private static List<String> everything() {
        return Scopes.OF_A_TENANT;
    }

    /** Issued by a server of the same keys whose tokens live for a second. */
    private String expired() {
        var settings = Map.of("tidegate.identity.token-lifetime", "1s");
        try (var brief = Served.on(plant, EnumSet.of(Role.API), settings)) {
            var token = brief.token(brief.client("brief", STRANGER, Scopes.AUDIT_READ));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> brief.get(token, "/v1/state-hash").statusCode() == 401);
            return token;
        }
    }
}
