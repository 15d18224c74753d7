package dev.tidegate.operations.journal;

import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person does about one dead letter. Asking twice does no more than asking once. */
public final class DeadLetterDesk {
    private final Reprocessing reprocessing;
    private final DryRun dryRun;
    private final AuditTrail audit;
    private final Database database;

    DeadLetterDesk(Reprocessing reprocessing, DryRun dryRun, AuditTrail audit, Database database) {
        this.reprocessing = reprocessing;
        this.dryRun = dryRun;
        this.audit = audit;
        this.database = database;
    }

    /**
     * What an entry would be if its bytes were read again now.
     *
     * @param reason why it would be dead or parked; null where it would not
     */
    public record Foreseen(
            String type,
            String key,
            String fate,
            String mapping,
            @Nullable String code,
            @Nullable String reason) {}

    /** Tells what reading again would do, and does nothing. Empty where the bytes are gone. */
    public List<Foreseen> foresee(TenantId tenant, DeadLetter letter) {
        return dryRun.of(tenant, List.of(letter)).items().stream()
                .flatMap(item -> item.after().stream())
                .map(
                        after ->
                                new Foreseen(
                                        after.type(),
                                        after.key(),
                                        after.fate(),
                                        after.mapping(),
                                        after.code(),
                                        after.reason()))
                .toList();
    }

    /**
     * @return whether it was open, and is on its way now
     */
    public boolean reprocess(Caller caller, DeadLetter letter) {
        return act(caller, letter, "dead_letters.reprocess");
    }

    /**
     * What waited behind it goes on.
     *
     * @return whether it was open, and is let go of now
     */
    public boolean discard(Caller caller, DeadLetter letter) {
        return act(caller, letter, "dead_letters.discard");
    }

    private boolean act(Caller caller, DeadLetter letter, String action) {
        var ids = List.of(letter.id().number());
        return database.inTenant(
                caller.tenant(),
                jdbc -> {
                    int done =
                            action.endsWith(".discard")
                                    ? reprocessing.discard(jdbc, caller.tenant(), ids)
                                    : reprocessing.request(jdbc, caller.tenant(), ids);
                    audit.record(
                            jdbc,
                            caller,
                            action,
                            "/v1/dead-letters/" + letter.id(),
                            Map.of("code", letter.code(), "key", letter.key()));
                    return done > 0;
                });
    }
}
