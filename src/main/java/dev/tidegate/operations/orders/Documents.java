package dev.tidegate.operations.orders;

import static dev.tidegate.operations.effect.Columns.longs;
import static dev.tidegate.operations.effect.Columns.texts;
import static dev.tidegate.operations.effect.Columns.uuids;

import dev.tidegate.operations.effect.BodyJson;
import dev.tidegate.operations.effect.Latest;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.operations.orders.DocumentTold.DocumentKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the documents that speak of orders, each as its latest version tells it. */
public final class Documents {
    private static final String KEEP =
            """
            insert into operations.document as d (tenant, type, number, source, order_kind, order_number, version, content,
                partner, status, issued_at, body, applied_at)
            select a.tenant, a.type, a.number, a.source, a.order_kind, a.order_number, a.version, a.content::uuid,
                a.partner, a.status, timestamptz 'epoch' + a.issued_at * interval '1 microsecond', a.body::jsonb,
                timestamptz 'epoch' + ? * interval '1 microsecond'
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                ?::text[], ?::text[], ?::bigint[], ?::text[])
              as a(tenant, type, number, source, order_kind, order_number, version, content,
                partner, status, issued_at, body)
            on conflict (tenant, type, number, source) do update set order_kind = excluded.order_kind,
                order_number = excluded.order_number, version = excluded.version, content = excluded.content,
                partner = excluded.partner, status = excluded.status, issued_at = excluded.issued_at,
                body = excluded.body, applied_at = excluded.applied_at
            where (d.version, d.content) < (excluded.version, excluded.content)
            returning tenant, type, number, source, old.version, old.content
            """;

    private Documents() {}

    /**
     * @param now microseconds since 1970
     * @return for each, whether it took effect; the others are stale
     */
    public static boolean[] keep(JdbcClient jdbc, List<DocumentTold> told, long now, Facts facts) {
        if (told.isEmpty()) {
            return new boolean[0];
        }
        var latest = new Latest<>(told);
        var documents = latest.contenders();
        Map<DocumentKey, Stamp> met = new HashMap<>();
        jdbc.sql(KEEP)
                .params(
                        now,
                        texts(documents, d -> d.key().tenant()),
                        texts(documents, d -> d.key().type()),
                        texts(documents, d -> d.key().number()),
                        texts(documents, d -> d.key().source()),
                        texts(documents, DocumentTold::orderKind),
                        texts(documents, DocumentTold::orderNumber),
                        longs(documents, d -> d.stamp().version()),
                        uuids(documents, d -> d.stamp().content()),
                        texts(documents, DocumentTold::partner),
                        texts(documents, DocumentTold::status),
                        longs(documents, DocumentTold::issuedAt),
                        texts(documents, d -> BodyJson.of(d.event().body())))
                .query(
                        row -> {
                            var key =
                                    new DocumentKey(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4));
                            var version = row.getObject(5, Long.class);
                            met.put(
                                    key,
                                    version == null
                                            ? Stamp.NONE
                                            : new Stamp(version, row.getObject(6, UUID.class)));
                        });
        for (DocumentTold document : documents) {
            if (met.containsKey(document.key())) {
                document.tell(facts);
            }
        }
        return latest.settle(met);
    }
}
