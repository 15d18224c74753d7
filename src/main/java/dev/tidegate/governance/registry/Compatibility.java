package dev.tidegate.governance.registry;

import dev.tidegate.governance.registry.language.Incompatibility;
import dev.tidegate.platform.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a schema and those before it read each other's data as the level asks. */
final class Compatibility {
    private static final int REASONS_MAX = 20;

    private final Drafts drafts;

    Compatibility(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * What stands against it, in words; empty when nothing does.
     *
     * @param before versions that count, the newest last
     */
    List<String> against(
            JdbcClient jdbc,
            TenantId tenant,
            Level level,
            Draft draft,
            List<VersionRows.Row> before) {
        var counting =
                level.isTransitive() || before.isEmpty()
                        ? before.reversed()
                        : List.of(before.getLast());
        for (var row : level == Level.NONE ? List.<VersionRows.Row>of() : counting) {
            var stored = SchemaRows.find(jdbc, tenant, row.id()).orElseThrow();
            var reasons = reasons(level, draft, drafts.kept(jdbc, tenant, stored));
            if (!reasons.isEmpty()) {
                reasons.add("{oldSchemaVersion: " + row.version() + "}");
                reasons.add("{compatibility: '" + level + "'}");
                return reasons;
            }
        }
        return List.of();
    }

    private static List<String> reasons(Level level, Draft draft, Draft old) {
        var reasons = new ArrayList<String>();
        if (level.newReadsOld()) {
            draft.schema().cannotRead(old.schema()).stream()
                    .limit(REASONS_MAX)
                    .map(Incompatibility::toString)
                    .forEach(reasons::add);
        }
        if (level.oldReadsNew()) {
            old.schema().cannotRead(draft.schema()).stream()
                    .limit(REASONS_MAX)
                    .map(found -> "the old schema can't read the new one's data: " + found)
                    .forEach(reasons::add);
        }
        return reasons;
    }
}
