package dev.tidegate.operations.fact;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where records wait for the log. Written last in a transaction, when the locks of all that they
 * speak of are held: ids then follow the order of changes of any one key.
 */
public final class Outbox {
    private static final String INSERT =
            "insert into operations.outbox (tenant, facts) values (?, ?)";

    private Outbox() {}

    public static void write(JdbcClient jdbc, Facts facts) {
        facts.byTenant()
                .forEach(
                        (tenant, packed) ->
                                jdbc.sql(INSERT).params(tenant, packed.toBytes()).update());
    }
}
