package dev.tidegate.operations.orders;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.operations.effect.Latest;
import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.operations.orders.DocumentTold.DocumentKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps documents without effect on stock, each as its latest version tells it. */
public final class Documents {
    private static final String KEEP =
            """
            insert into operations.document as d (tenant, type, number, source, order_kind, order_number, version, content,
                partner, status, issued_at, body, applied_at)
            select coalesce(a.tenant, same.tenant), coalesce(a.type, same.type), a.number, coalesce(a.source, same.source),
                coalesce(a.order_kind, same.order_kind), a.order_number, a.version, a.content::uuid,
                a.partner, coalesce(a.status, same.status), timestamptz 'epoch' + a.issued_at * interval '1 microsecond', a.body::jsonb,
                timestamptz 'epoch' + ? * interval '1 microsecond'
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                ?::text[], ?::text[], ?::bigint[], ?::text[])
              as a(tenant, type, number, source, order_kind, order_number, version, content,
                partner, status, issued_at, body)
            cross join (values (?::text, ?::text, ?::text, ?::text, ?::text)) as same(tenant, type, source, order_kind, status)
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
                .param(now)
                .params(
                        Rows.of(documents)
                                .sharedText(d -> d.key().tenant())
                                .sharedText(d -> d.key().type())
                                .text(d -> d.key().number())
                                .sharedText(d -> d.key().source())
                                .sharedText(DocumentTold::orderKind)
                                .text(DocumentTold::orderNumber)
                                .number(d -> d.stamp().version())
                                .uuid(d -> d.stamp().content())
                                .text(DocumentTold::partner)
                                .sharedText(DocumentTold::status)
                                .number(DocumentTold::issuedAt)
                                .text(d -> BodyJson.of(d.event().body()))
                                .params())
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
