package dev.tidegate.governance.drift;

import dev.tidegate.platform.sql.Micros;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens findings and adds to open ones, in the transaction in which the position of the messages
 * moves: a batch that comes again after a crash was not counted before.
 */
public final class FindingLedger {
    private static final int OPEN_MAX = 500;
    static final int EXAMPLES_MAX = 5;

    /** A sender that invents names makes no more rows than {@link #OPEN_MAX} a source. */
    private static final String ADD =
            """
            insert into governance.finding as f (tenant, source, document, path, kind, severity, contract_version,
                expected, observed, count, first_seen, last_seen, examples)
            select a.tenant, a.source, a.document, a.path, a.kind, ?, ?, ?, ?, ?, ?, ?, ?::jsonb
            from (values (?, ?, ?, ?, ?)) as a(tenant, source, document, path, kind)
            where (select count(*) from governance.finding o
                   where o.tenant = a.tenant and o.source = a.source and o.state = 'open') < ?
               or exists (select from governance.finding o
                   where o.tenant = a.tenant and o.source = a.source and o.document = a.document
                     and o.path = a.path and o.kind = a.kind and o.state = 'open')
            on conflict (tenant, source, document, path, kind) where state = 'open' do update set
                count = f.count + excluded.count,
                first_seen = least(f.first_seen, excluded.first_seen),
                last_seen = greatest(f.last_seen, excluded.last_seen),
                examples = (select jsonb_agg(e.one order by e.n)
                            from jsonb_array_elements(f.examples || excluded.examples) with ordinality as e(one, n)
                            where e.n <= ?)
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FindingLedger() {}

    /** Rows are taken in one order, so that two workers never wait for each other. */
    public static void add(JdbcClient jdbc, Collection<Sighting> sightings) {
        sightings.stream()
                .sorted(Comparator.comparing(one -> one.key().toString()))
                .forEach(one -> add(jdbc, one));
    }

    private static void add(JdbcClient jdbc, Sighting one) {
        var key = one.key();
        jdbc.sql(ADD)
                .params(
                        one.noted() ? "note" : "breaking",
                        one.contract(),
                        one.expected(),
                        one.observed(),
                        one.count(),
                        Micros.timestamp(one.first()),
                        Micros.timestamp(one.last()),
                        JSON.writeValueAsString(
                                one.examples().stream().map(FindingLedger::kept).toList()))
                .params(
                        key.tenant().value(),
                        key.source().value(),
                        key.document(),
                        key.path(),
                        key.kind().label())
                .params(List.of(OPEN_MAX, EXAMPLES_MAX))
                .update();
    }

    private static Map<String, Object> kept(Sighting.Example example) {
        var kept = new LinkedHashMap<String, Object>();
        kept.put("lane", example.address().lane().label());
        kept.put("partition", example.address().partition());
        kept.put("offset", example.address().offset());
        kept.put("ref", example.ref());
        kept.put("place", example.place());
        kept.put("observed", example.observed());
        return kept;
    }
}
