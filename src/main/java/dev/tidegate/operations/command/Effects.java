package dev.tidegate.operations.command;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventId;
import dev.tidegate.contract.Fate;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.operations.journal.Applier;
import dev.tidegate.platform.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What commands bring about, and what they brought about before. */
final class Effects {
    private static final String CLAIMED =
            """
            select dedupe, content, log_offset, lane, partition from operations.journal
            where tenant = ? and dedupe = any (?::uuid[])
            """;

    private final Applier applier;

    Effects(Applier applier) {
        this.applier = applier;
    }

    /** In the running transaction. Where a worker met the message first, its fate stands. */
    Map<EventId, Fate> apply(JdbcClient jdbc, List<CanonicalEvent> events) {
        var fates = new HashMap<EventId, Fate>();
        if (events.isEmpty()) {
            return fates;
        }
        applier.commands(jdbc, events)
                .forEach(outcome -> fates.put(outcome.event().id(), outcome.fate()));
        return fates;
    }

    private record Claim(UUID dedupe, UUID content, RawAddress address) {
        boolean isOf(CanonicalEvent event) {
            return dedupe.equals(event.dedupe()) && content.equals(event.content());
        }
    }

    /** Where the very same events took effect already; empty unless all did. */
    Optional<RawAddress> earlier(JdbcClient jdbc, TenantId tenant, List<CanonicalEvent> events) {
        var claims =
                jdbc.sql(CLAIMED)
                        .param(tenant.value())
                        .param(events.stream().map(CanonicalEvent::dedupe).toArray(UUID[]::new))
                        .query(
                                (row, n) ->
                                        new Claim(
                                                row.getObject("dedupe", UUID.class),
                                                row.getObject("content", UUID.class),
                                                new RawAddress(
                                                        Lane.of(row.getInt("lane")),
                                                        row.getInt("partition"),
                                                        row.getLong("log_offset"))))
                        .list();
        boolean all =
                events.stream().allMatch(e -> claims.stream().anyMatch(claim -> claim.isOf(e)));
        return all ? Optional.of(claims.getFirst().address()) : Optional.empty();
    }
}
