package dev.tidegate.cli;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** The clients that the server made at its first start, from {@code credentials.json}. */
record Credentials(Map<String, Client> tenants) {
    /** One client of the token endpoint. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Client(String clientId, String clientSecret) {}

    static Client of(Installation installation, String tenant) {
        var credentials = read(installation);
        var client = credentials.tenants.get(tenant);
        if (client == null) {
            throw Failure.usage(
                    "no tenant '%s' in %s; there are %s"
                            .formatted(
                                    tenant,
                                    installation.credentials(),
                                    String.join(", ", credentials.tenants.keySet())));
        }
        return client;
    }

    private static Credentials read(Installation installation) {
        try {
            var json = JsonMapper.shared().readTree(installation.credentials());
            return new Credentials(
                    JsonMapper.shared()
                            .readerForMapOf(Client.class)
                            .readValue(Optional.ofNullable(json.get("tenants")).orElseThrow()));
        } catch (JacksonException | java.util.NoSuchElementException unreadable) {
            throw Failure.missing(
                    "can't read the credentials in " + installation.credentials(),
                    "./tidegate up writes them at the first start of a home");
        }
    }
}
