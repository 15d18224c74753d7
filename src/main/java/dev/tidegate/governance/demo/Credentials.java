package dev.tidegate.governance.demo;

import dev.tidegate.governance.identity.Directory;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.secret.SecretFiles;
import dev.tidegate.platform.web.Scopes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The clients of a fresh installation, with generated secrets that stand in {@code
 * credentials.json} (0600) and nowhere else in the clear. A secret that is lost, or belongs to
 * another database, is replaced.
 */
public final class Credentials {
    private static final Logger log = LoggerFactory.getLogger(Credentials.class);

    /** The platform's own tenant: its clients see no tenant's data, and no tenant sees it. */
    public static final TenantId PLATFORM = new TenantId("tidegate");

    private static final List<String> OPERATOR =
            List.of(Scopes.DEAD_LETTERS_OPERATE, Scopes.AUDIT_READ, Scopes.TENANTS_ADMIN);
    private static final List<String> ADMIN =
            List.of(
                    Scopes.TENANTS_ADMIN,
                    Scopes.AUDIT_READ,
                    Scopes.MAPPINGS_WRITE,
                    Scopes.EXPORTS_CREATE);

    private final Directory directory;
    private final JsonMapper json;
    private final Path file;

    public Credentials(Directory directory, JsonMapper json, Path file) {
        this.directory = directory;
        this.json = json;
        this.file = file;
    }

    void ensure(List<TenantId> tenants) {
        var kept = read();
        var wanted = json.createObjectNode();
        var byTenant = wanted.putObject("tenants");
        for (TenantId tenant : tenants) {
            byTenant.set(
                    tenant.value(),
                    client(
                            tenant.value(),
                            tenant,
                            Scopes.OF_A_TENANT,
                            kept.path("tenants").path(tenant.value())));
        }
        directory.addTenant(PLATFORM, "Tidegate");
        wanted.set("operator", client("operator", PLATFORM, OPERATOR, kept.path("operator")));
        wanted.set("admin", client("admin", PLATFORM, ADMIN, kept.path("admin")));
        if (!wanted.equals(kept)) {
            SecretFiles.write(
                    file, json.writerWithDefaultPrettyPrinter().writeValueAsString(wanted) + "\n");
            log.info("credentials written to {}", file);
        }
    }

    private ObjectNode client(String id, TenantId tenant, List<String> scopes, JsonNode kept) {
        var client = json.createObjectNode().put("client_id", id);
        var secret = kept.path("client_secret").asString("");
        return directory.authenticate(id, secret).isPresent()
                ? client.put("client_secret", secret)
                : client.put("client_secret", directory.putClient(id, tenant, id, scopes));
    }

    private JsonNode read() {
        return Files.exists(file) ? json.readTree(file.toFile()) : json.createObjectNode();
    }
}
