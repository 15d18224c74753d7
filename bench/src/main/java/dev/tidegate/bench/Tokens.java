package dev.tidegate.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the demo's tenants, by the credentials that the program wrote. */
record Tokens(JsonNode credentials, int port) {
    static Tokens of(Ground ground, int port) throws IOException {
        var file = ground.home().resolve("credentials.json");
        return new Tokens(JsonMapper.shared().readTree(Files.readAllBytes(file)), port);
    }

    /** Good for five minutes. */
    String of(String tenant) throws IOException, InterruptedException {
        var client = credentials.get("tenants").get(tenant);
        var pair =
                client.get("client_id").asString() + ":" + client.get("client_secret").asString();
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        pair.getBytes(StandardCharsets.UTF_8)))
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "no token: " + answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
        }
    }
}
