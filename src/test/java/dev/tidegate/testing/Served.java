package dev.tidegate.testing;

import dev.tidegate.Role;
import dev.tidegate.Server;
import dev.tidegate.governance.identity.Directory;
import dev.tidegate.platform.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program itself on a {@link Plant}, and an HTTP caller of it. */
public final class Served implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private Served(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param settings by their full names; they win over the plant's
     */
    public static Served on(Plant plant, Set<Role> roles, Map<String, String> settings) {
        var all = new TreeMap<>(plant.properties());
        all.put("server.port", "0");
        all.put("tidegate.demo.enabled", "false");
        all.put("tidegate.home", plant.home().toString());
        all.putAll(settings);
        return new Served(Server.serve(roles, all));
    }

    public URI url(String path) {
        return URI.create(
                "http://127.0.0.1:"
                        + context.getEnvironment().getProperty("local.server.port")
                        + path);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** By their names. */
    public <T> Map<String, T> beans(Class<T> type) {
        return context.getBeansOfType(type);
    }

    /** A client's id and secret. */
    public record Credentials(String id, String secret) {}

    /** Makes a tenant where there is none, and a client of it that may ask for these scopes. */
    public Credentials client(String id, String tenant, String... scopes) {
        var directory = bean(Directory.class);
        directory.addTenant(new TenantId(tenant), tenant);
        return new Credentials(
                id, directory.putClient(id, new TenantId(tenant), id, List.of(scopes)));
    }

    /** A token with all that the client may have. */
    public String token(Credentials client) {
        var answer = requestToken(client, "grant_type=client_credentials");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return json(answer).get("access_token").asString();
    }

    public HttpResponse<String> requestToken(Credentials client, String form) {
        var pair = encoded(client.id()) + ":" + encoded(client.secret());
        return send(
                HttpRequest.newBuilder(url("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Basic " + base64(pair))
                        .POST(BodyPublishers.ofString(form)));
    }

    /** A request to be finished by the test. */
    public HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> get(String token, String path) {
        return send(request(token, path).GET());
    }

    public HttpResponse<String> put(String token, String path, String json) {
        return send(
                request(token, path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> post(String token, String path, String json) {
        return send(
                request(token, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
