package dev.tidegate.platform.log;

import dev.tidegate.platform.log.LogBatch.Count;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts kept beside the positions of a consumer; they move in the transaction of what they count.
 * For an effect that did not come over the log, such as a command's: whoever applied it counts it.
 */
public final class Counts {
    private static final String ADD =
            """
            insert into platform.log_count as c (consumer, topic, partition, tenant, source, measure, value, last_at)
            select ?, a.topic, a.partition, a.tenant, a.source, a.measure, a.value, now()
            from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                 as a(topic, partition, tenant, source, measure, value)
            order by a.tenant, a.source, a.topic, a.partition, a.measure
            on conflict (tenant, source, consumer, topic, partition, measure)
            do update set value = c.value + excluded.value, last_at = excluded.last_at
            """;

    private Counts() {}

    public static void add(JdbcClient jdbc, String consumer, Map<Count, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        var entries = List.copyOf(counts.entrySet());
        jdbc.sql(ADD)
                .params(
                        consumer,
                        texts(entries, count -> count.topic()),
                        entries.stream().map(e -> e.getKey().partition()).toArray(Integer[]::new),
                        texts(entries, count -> count.tenant().value()),
                        texts(entries, count -> count.source().value()),
                        texts(entries, count -> count.measure()),
                        entries.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    private static String[] texts(
            List<Map.Entry<Count, Long>> entries, Function<Count, String> text) {
        return entries.stream().map(entry -> text.apply(entry.getKey())).toArray(String[]::new);
    }
}
