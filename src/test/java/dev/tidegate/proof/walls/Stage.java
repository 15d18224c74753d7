package dev.tidegate.proof.walls;

import dev.tidegate.Role;
import dev.tidegate.platform.web.Scopes;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The running program with two tenants: a victim that has one thing of everything, and a stranger
 * that may do everything at home. Each calls the API and sits at the console.
 */
final class Stage implements AutoCloseable {
    private static final String STRANGER = "stranger";

    /** Where a change of the victim's things would show. */
    private static final List<String> STATE =
            List.of(
                    "/v1/state-hash",
                    "/v1/sources",
                    "/v1/mappings/victim-mapping/versions",
                    "/v1/dead-letters?state=any",
                    "/v1/schema-registry/subjects",
                    "/v1/schema-registry/config",
                    "/v1/schema-registry/mode",
                    "/v1/schema-registry/config/" + VictimSchemas.SUBJECT,
                    "/v1/schema-registry/mode/" + VictimSchemas.SUBJECT,
                    "/v1/schema-registry/subjects/" + VictimSchemas.SUBJECT + "/versions/latest",
                    "/v1/schema-registry/subjects/" + VictimSchemas.VERSIONS + "/versions");

    private final Plant plant;
    private final Served served;
    private final List<Endpoint> endpoints;
    private final Names names;
    private final String victimsToken;
    private final String strangersToken;
    private final Browser victim;
    private final Browser stranger;

    /**
     * @param settings by their full names
     */
    Stage(Class<?> test, Map<String, String> settings) {
        plant = Plant.open(test);
        served = Served.on(plant, EnumSet.allOf(Role.class), settings);
        endpoints =
                Endpoint.of(
                        served.bean(
                                "requestMappingHandlerMapping",
                                RequestMappingHandlerMapping.class));
        var victims = client("victims-client", Victim.TENANT, Scopes.OF_A_TENANT);
        var strangers = client("strangers-client", STRANGER, Scopes.OF_A_TENANT);
        victimsToken = served.token(victims);
        strangersToken = served.token(strangers);
        victim = new Browser(served).signIn(victims);
        stranger = new Browser(served).signIn(strangers);
        Victim.readsEpcis(served, strangersToken);
        names = new Victim(served, victimsToken).settle();
    }

    Served served() {
        return served;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Those that need a scope. */
    Stream<Endpoint> ofApi() {
        return endpoints.stream().filter(e -> !e.isPublic() && !e.isConsole());
    }

    Names names() {
        return names;
    }

    String victimsToken() {
        return victimsToken;
    }

    String strangersToken() {
        return strangersToken;
    }

    /** The victim at the console. */
    Browser victim() {
        return victim;
    }

    /** The stranger at the console. */
    Browser stranger() {
        return stranger;
    }

    /**
     * @param victims whether the victim's things are named, or missing ones
     */
    Answer ask(Endpoint endpoint, String token, boolean victims) {
        return send(first(endpoint, victims), token);
    }

    Answer send(Ask ask, String token) {
        return ask.send(served, served.request(token, ask.path()));
    }

    Ask first(Endpoint endpoint, boolean victims) {
        return Ask.each(endpoint, names, victims).findFirst().orElseThrow();
    }

    /** All that a change of the victim's things would show in, as the victim sees it. */
    String victimsState() {
        return STATE.stream()
                .map(path -> served.get(victimsToken, path).body())
                .collect(Collectors.joining("\n"));
    }

    /** The stranger's, with every scope but this one and the one that holds it. */
    String tokenWithout(String scope) {
        var others = new ArrayList<>(Scopes.OF_A_TENANT);
        others.remove(scope);
        others.remove(scope.replace(":read", ":write"));
        return served.token(client("without-" + scope.replace(':', '-'), STRANGER, others));
    }

    private Served.Credentials client(String id, String tenant, List<String> scopes) {
        return served.client(id, tenant, scopes.toArray(String[]::new));
    }

    /** Issued by a server of the same keys whose tokens live for a second. */
    String expiredToken() {
        var settings = Map.of("tidegate.identity.token-lifetime", "1s");
        try (var brief = Served.on(plant, EnumSet.of(Role.API), settings)) {
            var token = brief.token(brief.client("brief", STRANGER, Scopes.AUDIT_READ));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> brief.get(token, "/v1/state-hash").statusCode() == 401);
            return token;
        }
    }

    @Override
    public void close() {
        victim.close();
        stranger.close();
        served.close();
        plant.close();
    }
}
