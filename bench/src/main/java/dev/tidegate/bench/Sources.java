package dev.tidegate.bench;

import dev.tidegate.processing.Normaliser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** The tenants of the mix, each with the ready source {@code json} and nothing else. */
final class Sources {
    static final String NAME = "json";
    private static final String SCOPE = "select set_config('tidegate.tenants', ?, false)";
    private static final String TENANT =
            "insert into governance.tenant (tenant, name) values (?, ?) on conflict do nothing";
    private static final String MAPPING =
            """
            insert into governance.mapping (tenant, name, version, expression, author)
            values (?, 'json', 1, ?, 'bench') on conflict do nothing
            """;
    private static final String SOURCE =
            """
            insert into governance.source (tenant, source, adapter, mapping, mapping_version, contract,
                                           parameters, strictness, freshness_objective, changed_by)
            values (?, 'json', 'JSON', 'json', 1, '{"types":[],"requiredFields":[]}', '{}', 'LENIENT', '15 minutes', 'bench')
            on conflict do nothing
            """;

    private Sources() {}

    /** The template {@code json} as the program ships it. */
    static String mapping() throws IOException {
        try (var in = Normaliser.class.getResourceAsStream("/mappings/json.jsonata")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void provide(Ground ground) throws IOException, SQLException {
        try (var connection = ground.connect();
                var scope = connection.prepareStatement(SCOPE);
                var tenants = connection.prepareStatement(TENANT);
                var mappings = connection.prepareStatement(MAPPING);
                var sources = connection.prepareStatement(SOURCE)) {
            scope.setString(1, String.join(",", Mix.TENANTS));
            scope.execute();
            for (String tenant : Mix.TENANTS) {
                tenants.setString(1, tenant);
                tenants.setString(2, tenant);
                tenants.execute();
                mappings.setString(1, tenant);
                mappings.setString(2, mapping());
                mappings.execute();
                sources.setString(1, tenant);
                sources.execute();
            }
        }
    }
}
