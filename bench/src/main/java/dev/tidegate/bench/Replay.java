package dev.tidegate.bench;

import dev.tidegate.operations.state.StateQueries;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code replay}: the whole raw log once more into an empty database, beside the first time in the
 * same run; the business state must be the same to the last row.
 */
final class Replay implements Benchmark {
    private static final double RATIO_MIN = 1;

    /** Everything derived; tenants and sources stay, as a replay finds them. */
    private static final String EMPTY =
            """
            do $$ declare t text; begin
                for t in select schemaname || '.' || tablename from pg_tables
                         where schemaname in ('operations', 'platform') and tablename <> 'flyway_history'
                loop execute 'truncate ' || t || ' cascade'; end loop;
            end $$
            """;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Report run(Options options) throws Exception {
        var rounds = new Rounds();
        for (int round = 0; round < options.rounds(); round++) {
            try (var ground = Ground.fresh(options.home())) {
                ground.seed();
                var backlog = Backlog.append(ground, "b", options.messages());
                var first = run(ground, options.messages(), 0);
                backlog.check(first.fates());
                var told = state(ground);
                empty(ground);
                var again = run(ground, options.messages(), 1);
                backlog.check(again.fates());
                if (!state(ground).equals(told)) {
                    throw new IllegalStateException(
                            "another state: " + told + ", " + state(ground));
                }
                rounds.add("first", first.perSecond());
                rounds.add("again", again.perSecond());
                rounds.add("ratio", again.perSecond() / first.perSecond());
                rounds.add("cpu", again.microsPerEntry());
                rounds.add("others", again.cpu().othersShare());
            }
        }
        return new Report(name())
                .figure("replay into an empty database", rounds.median("again"), "events/s")
                .figure("the first time", rounds.median("first"), "events/s")
                .figure("ratio", rounds.median("ratio"), "", new Report.Target.AtLeast(RATIO_MIN))
                .figure("all processes", rounds.median("cpu"), "us CPU/event")
                .figure("machine used by others", rounds.median("others"), "")
                .remark("replay " + rounds.range("again") + ", first " + rounds.range("first"))
                .remark("the state of every tenant was the same, by a hash over its rows");
    }

    private static Drain run(Ground ground, int messages, int generation) throws Exception {
        var settings = Map.of("tidegate.log.generation", String.valueOf(generation));
        try (var fates = new Fates(ground);
                var program = Program.start(ground, Apply.ROLES, settings, List.of())) {
            var meter = ground.meter().watch("program", program.pid());
            var all = List.of((long) messages);
            return Drain.watch(fates, new Fates.Now(Map.of()), all, meter, program).getFirst();
        }
    }

    private static void empty(Ground ground) throws SQLException {
        try (var connection = ground.connect();
                var statement = connection.createStatement()) {
            statement.execute(EMPTY);
        }
    }

    private static Map<String, String> state(Ground ground) {
        var endpoints = ground.endpoints();
        var source =
                new DriverManagerDataSource(
                        endpoints.jdbcUrl(), endpoints.appUser(), endpoints.appPassword());
        var queries = new StateQueries(new Database(source));
        var all = new TreeMap<String, String>();
        Mix.TENANTS.forEach(tenant -> all.put(tenant, queries.of(new TenantId(tenant)).toString()));
        return all;
    }
}
