package dev.tidegate.governance.identity;

import dev.tidegate.platform.Refresher;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tenants and their clients, with a copy in memory that is at most a second late: tokens are issued
 * and verified while the database is away, and a revoked client is out within a second.
 */
public final class Directory implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);

    /** Looked at again each time: a transaction may become visible after a later one. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final String TENANTS = "select tenant from governance.tenant";
    private static final String CHANGED =
            """
            select client_id, tenant, name, secret_hash, scopes, revoked_at is not null, changed_at
            from governance.client where changed_at >= ?
            """;
    private static final String ADD_TENANT =
            "insert into governance.tenant (tenant, name) values (?, ?) on conflict do nothing";
    private static final String PUT_CLIENT =
            """
            insert into governance.client (client_id, tenant, name, secret_hash, scopes) values (?, ?, ?, ?, ?)
            on conflict (client_id) do update set secret_hash = excluded.secret_hash,
                scopes = excluded.scopes, revoked_at = null, changed_at = now()
            where client.tenant = excluded.tenant
            """;
    private static final String REVOKE =
            """
            update governance.client set revoked_at = now(), changed_at = now()
            where client_id = ? and revoked_at is null
            """;

    private final Database database;
    private final ClientSecrets secrets;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Refresher refresher;
    private volatile Set<TenantId> tenants = Set.of();
    private Instant seenUntil = Instant.EPOCH;

    public Directory(Database database, ClientSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
        this.refresher = new Refresher("directory", EVERY, this::refresh);
    }

    public Set<TenantId> tenants() {
        return tenants;
    }

    Optional<Client> client(String id) {
        return Optional.ofNullable(clients.get(id)).filter(client -> !client.revoked());
    }

    /** The client of this id with all its scopes, if that is its secret. */
    public Optional<Caller> authenticate(String id, String secret) {
        return client(id)
                .filter(client -> secrets.matches(secret, client.secretHash()))
                .map(Client::asCaller);
    }

    /** The client of this id with all its scopes, while it stands: for sessions. */
    public Optional<Caller> caller(String id) {
        return client(id).map(Client::asCaller);
    }

    public void addTenant(TenantId tenant, String name) {
        database.unscoped(jdbc -> jdbc.sql(ADD_TENANT).params(tenant.value(), name).update());
        refresh();
    }

    /**
     * Makes a client, or gives it a new secret and these scopes.
     *
     * @return its secret, which is told only here
     */
    public String putClient(String id, TenantId tenant, String name, List<String> scopes) {
        var secret = secrets.generate();
        var hash = secrets.encode(secret);
        int written =
                database.unscoped(
                        jdbc ->
                                jdbc.sql(PUT_CLIENT)
                                        .params(
                                                id,
                                                tenant.value(),
                                                name,
                                                hash,
                                                String.join(" ", scopes))
                                        .update());
        if (written == 0) {
            throw new IllegalStateException("the client " + id + " is another tenant's");
        }
        refresh();
        return secret;
    }

    /** No token any more, and the tokens it holds are refused within a second everywhere. */
    public void revokeClient(String id) {
        database.unscoped(jdbc -> jdbc.sql(REVOKE).param(id).update());
        refresh();
    }

    private synchronized void refresh() {
        tenants = database.unscoped(Directory::readTenants);
        var since = OffsetDateTime.ofInstant(seenUntil, ZoneOffset.UTC);
        for (Change change : database.unscoped(jdbc -> changes(jdbc, since))) {
            clients.put(change.client().id(), change.client());
            var next = change.at().minus(OVERLAP);
            seenUntil = next.isAfter(seenUntil) ? next : seenUntil;
        }
    }

    private record Change(Client client, Instant at) {}

    private static List<Change> changes(JdbcClient jdbc, OffsetDateTime since) {
        return jdbc.sql(CHANGED).param(since).query((row, n) -> change(row)).list();
    }

    private static Change change(ResultSet row) throws SQLException {
        var client =
                new Client(
                        row.getString(1),
                        new TenantId(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        Set.of(row.getString(5).split(" ")),
                        row.getBoolean(6));
        return new Change(client, row.getObject(7, OffsetDateTime.class).toInstant());
    }

    private static Set<TenantId> readTenants(JdbcClient jdbc) {
        var found = new HashSet<TenantId>();
        jdbc.sql(TENANTS)
                .query(String.class)
                .list()
                .forEach(tenant -> found.add(new TenantId(tenant)));
        return Set.copyOf(found);
    }

    @Override
    public void close() {
        refresher.close();
    }
}
