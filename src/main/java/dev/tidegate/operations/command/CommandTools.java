package dev.tidegate.operations.command;

import dev.tidegate.contract.FrontDoor;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.operations.journal.Applier;
import dev.tidegate.platform.Ids;
import dev.tidegate.platform.sql.Database;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.json.JsonMapper;

/** What all desks share, the bound on turns at one time among it. */
public record CommandTools(
        CommandSettings settings,
        Database database,
        CommandLog log,
        Effects effects,
        Idempotency idempotency,
        Replies replies,
        AuditTrail audit,
        Receipts receipts,
        Clock clock,
        Ids ids,
        Semaphore turns) {

    public static CommandTools of(
            CommandSettings settings,
            Database database,
            FrontDoor door,
            Interpreter interpreter,
            Applier applier,
            AuditTrail audit,
            Receipts receipts,
            JsonMapper json,
            Clock clock,
            Ids ids) {
        return new CommandTools(
                settings,
                database,
                new CommandLog(door, interpreter, json),
                new Effects(applier),
                new Idempotency(database),
                new Replies(json),
                audit,
                receipts,
                clock,
                ids,
                new Semaphore(settings.turnsMax()));
    }

    /** The same for the same Idempotency-Key, but for its time. */
    Ticket ticket(Call call) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return call.key()
                .map(key -> Ticket.of(call.caller().tenant(), key, now))
                .orElseGet(() -> Ticket.of(ids.next(), now));
    }
}
