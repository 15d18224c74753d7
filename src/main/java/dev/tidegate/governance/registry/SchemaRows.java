package dev.tidegate.governance.registry;

import dev.tidegate.governance.registry.language.SchemaType;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an id stands for. */
final class SchemaRows {
    private static final String ONE =
            "select type, text, metadata, rule_set from governance.registry_schema where tenant = ? and id = ?";
    private static final String ID =
            "select id from governance.registry_schema where tenant = ? and hash = ?";
    private static final String REFERENCES =
            """
            select name, to_subject, to_version from governance.registry_reference
            where tenant = ? and id = ? order by place
            """;
    private static final String KEEP =
            """
            insert into governance.registry_schema (tenant, id, type, text, hash, created_by, metadata, rule_set)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REFER =
            """
            insert into governance.registry_reference (tenant, id, place, name, to_subject, to_version)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String DROP_UNUSED =
            """
            delete from governance.registry_schema s where s.tenant = :tenant and s.id in (:ids)
            and not exists (select from governance.registry_version v where v.tenant = s.tenant and v.id = s.id)
            """;

    private SchemaRows() {}

    record Stored(
            int id, SchemaType type, String text, List<Reference> references, Attached attached) {
        private Stored with(List<Reference> others) {
            return new Stored(id, type, text, others, attached);
        }
    }

    static Optional<Stored> find(JdbcClient jdbc, TenantId tenant, int id) {
        return jdbc.sql(ONE)
                .params(tenant.value(), id)
                .query(
                        (row, n) ->
                                new Stored(
                                        id,
                                        SchemaType.valueOf(row.getString(1)),
                                        row.getString(2),
                                        List.of(),
                                        new Attached(row.getString(3), row.getString(4))))
                .optional()
                .map(stored -> stored.with(references(jdbc, tenant, id)));
    }

    static Optional<Integer> idOf(JdbcClient jdbc, TenantId tenant, Draft draft) {
        return jdbc.sql(ID).params(tenant.value(), draft.hash()).query(Integer.class).optional();
    }

    private static List<Reference> references(JdbcClient jdbc, TenantId tenant, int id) {
        return jdbc.sql(REFERENCES)
                .params(tenant.value(), id)
                .query((row, n) -> new Reference(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    static void keep(JdbcClient jdbc, Caller caller, int id, Draft draft) {
        var tenant = caller.tenant().value();
        jdbc.sql(KEEP)
                .params(
                        tenant,
                        id,
                        draft.type().name(),
                        draft.text(),
                        draft.hash(),
                        caller.principal(),
                        draft.attached().metadata(),
                        draft.attached().ruleSet())
                .update();
        for (int place = 0; place < draft.references().size(); place++) {
            var to = draft.references().get(place);
            jdbc.sql(REFER)
                    .params(tenant, id, place, to.name(), to.subject(), to.version())
                    .update();
        }
    }

    /** Of those ids, the ones under which nothing is registered any more. */
    static void dropUnused(JdbcClient jdbc, TenantId tenant, Collection<Integer> ids) {
        jdbc.sql(DROP_UNUSED).param("tenant", tenant.value()).param("ids", ids).update();
    }
}
