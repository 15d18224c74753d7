package dev.tidegate.proof.replay;

import dev.tidegate.testing.Plant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tenants, mappings and sources are no part of the log: a replay is given a copy of them. */
final class Directory {
    private static final String READ = "select to_jsonb(t)::text from governance.%s t";
    private static final String WRITE =
            "insert into governance.%1$s select * from jsonb_populate_record(null::governance.%1$s, ?::jsonb)"
                    + " on conflict do nothing";
    private static final List<String> TABLES =
            List.of("tenant", "mapping", "source_contract", "source");

    private Directory() {}

    static void copy(Plant from, Plant to, List<String> tenants) {
        JdbcClient read = from.ownerOf(tenants);
        JdbcClient write = to.ownerOf(tenants);
        for (String table : TABLES) {
            for (String row : read.sql(READ.formatted(table)).query(String.class).list()) {
                write.sql(WRITE.formatted(table)).param(row).update();
            }
        }
    }
}
