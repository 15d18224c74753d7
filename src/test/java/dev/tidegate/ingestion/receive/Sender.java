package dev.tidegate.ingestion.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Map;

/** A partner of the tenant acme, with one source of each adapter. */
final class Sender implements AutoCloseable {
    static final String SCOPES = "ingest:write mappings:write";
    private final Plant plant;
    final Served served;
    final String token;

    Sender(Class<?> test, Map<String, String> settings) {
        plant = Plant.open(test);
        served = Served.on(plant, EnumSet.of(Role.API), settings);
        token = served.token(served.client("acme", "acme", SCOPES.split(" ")));
        makeSources(token);
    }

    Plant plant() {
        return plant;
    }

    private void makeSources(String whose) {
        assertThat(
                        served.post(whose, "/v1/mappings/any/versions", "{\"expression\":\"$\"}")
                                .statusCode())
                .isEqualTo(201);
        for (var adapter : new String[] {"json", "csv", "x12"}) {
            var answer =
                    served.put(
                            whose,
                            "/v1/sources/" + adapter,
                            "{\"adapter\":\"" + adapter + "\",\"mapping\":\"any@1\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    HttpRequest.Builder to(String source, String contentType) {
        return served.request(token, "/v1/sources/" + source + "/messages")
                .header("Content-Type", contentType);
    }

    HttpResponse<String> send(String source, String contentType, byte[] body) {
        return served.send(to(source, contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> send(String source, String contentType, String body) {
        return served.send(to(source, contentType).POST(BodyPublishers.ofString(body)));
    }

    static String receipt(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Served.json(answer).get("receipt").asString();
    }

    HttpResponse<byte[]> raw(String whose, String receipt) {
        return served.send(
                served.request(whose, "/v1/receipts/" + receipt + "/raw").GET(),
                BodyHandlers.ofByteArray());
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Served.json(answer).get("code").asString()).isEqualTo(code);
    }

    @Override
    public void close() {
        served.close();
        plant.close();
    }
}
