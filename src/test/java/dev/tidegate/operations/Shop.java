package dev.tidegate.operations;

import dev.tidegate.Role;
import dev.tidegate.platform.web.Scopes;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The whole program on ground of its own, and a tenant that calls it. */
public final class Shop implements AutoCloseable {
    private final Plant plant;
    private final Served served;
    private final String token;
    private final String otherToken;

    private Shop(Plant plant, Served served) {
        this.plant = plant;
        this.served = served;
        var all = Scopes.OF_A_TENANT.toArray(String[]::new);
        this.token = served.token(served.client("acme-all", "acme", all));
        this.otherToken = served.token(served.client("globex-all", "globex", all));
    }

    public static Shop open(Class<?> test) {
        return open(test, Map.of());
    }

    public static Shop open(Class<?> test, Map<String, String> settings) {
        var plant = Plant.open(test);
        return new Shop(plant, Served.on(plant, EnumSet.allOf(Role.class), settings));
    }

    public Plant plant() {
        return plant;
    }

    public Served served() {
        return served;
    }

    public String token() {
        return token;
    }

    public HttpResponse<String> get(String path) {
        return served.get(token, path);
    }

    /** As another tenant, who may do everything at home. */
    public HttpResponse<String> getAsOther(String path) {
        return served.get(otherToken, path);
    }

    public HttpResponse<String> postAsOther(String path, String body) {
        return served.post(otherToken, path, body);
    }

    public JsonNode read(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " -> " + answer.statusCode() + " " + answer.body());
        }
        return Served.json(answer);
    }

    public HttpResponse<String> post(String path, String body) {
        return served.post(token, path, body);
    }

    public HttpResponse<String> post(String path, String key, String body) {
        return served.send(
                served.request(token, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Posts bytes at the front door and gives the receipt. */
    public String send(String source, String contentType, String body) {
        var answer =
                served.send(
                        served.request(token, "/v1/sources/" + source + "/messages")
                                .header("Content-Type", contentType)
                                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 202) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Served.json(answer).get("receipt").asString();
    }

    /** The same from many at one time. */
    public <T> List<T> together(int callers, IntFunction<T> call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls =
                    IntStream.range(0, callers)
                            .<Callable<T>>mapToObj(i -> () -> call.apply(i))
                            .toList();
            return threads.invokeAll(calls).stream().map(Shop::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        served.close();
        plant.close();
    }
}
