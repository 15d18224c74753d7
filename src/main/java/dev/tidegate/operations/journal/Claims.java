package dev.tidegate.operations.journal;

import dev.tidegate.contract.EventId;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.journal.Journal.Claim;
import dev.tidegate.operations.journal.Journal.Claimant;
import dev.tidegate.operations.journal.Journal.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes each entry's journal row, and so claims its dedupe key, in the transaction of the effect.
 * What is there already is a redelivery; a claim held by another entry makes a duplicate, or a
 * conflict where the content differs.
 */
final class Claims {
    private Claims() {}

    /**
     * @param entries of distinct addresses
     * @param now microseconds since 1970
     */
    static void claim(JdbcClient jdbc, List<Entry> entries, long now) {
        var first = new HashMap<Claim, Entry>();
        entries.forEach(entry -> first.putIfAbsent(Claim.of(entry), entry));
        var claiming = new ArrayList<>(first.values());
        claiming.sort(Comparator.comparing(Claim::of));
        var inserted = Journal.insert(jdbc, claiming, now);
        if (inserted.size() < entries.size()) {
            resolve(
                    jdbc,
                    entries.stream().filter(e -> !inserted.contains(e.event.id())).toList(),
                    now);
        }
    }

    private static void resolve(JdbcClient jdbc, List<Entry> entries, long now) {
        var standing = Journal.standing(jdbc, entries);
        var claimants = Journal.claimants(jdbc, entries);
        var added = new ArrayList<Entry>();
        var superseding = new ArrayList<Entry>();
        for (Entry entry : entries) {
            var stands = standing.get(entry.event.id());
            if (stands == null) {
                settle(entry, claimants);
                added.add(entry);
            } else if (mayReplace(entry, stands)) {
                settle(entry, claimants);
                entry.before = stands.fate();
                superseding.add(entry);
            } else {
                entry.isKnown(stands.fate());
            }
        }
        if (Journal.supersede(jdbc, superseding, now).size() < superseding.size()
                || Journal.insert(jdbc, added, now).size() < added.size()) {
            throw new ConcurrencyFailureException("another worker met the same entries just now");
        }
    }

    private static boolean mayReplace(Entry entry, Standing stands) {
        return entry.event.attempt() > stands.attempt()
                && (stands.fate() == Fate.DEAD || stands.fate() == Fate.PARKED);
    }

    private static void settle(Entry entry, Map<Claim, Claimant> claimants) {
        var mine = new Claimant(entry.event.id(), entry.event.content());
        var holder = claimants.putIfAbsent(Claim.of(entry), mine);
        if (holder == null || isSame(holder.id(), entry)) {
            return;
        }
        if (holder.content().equals(entry.event.content())
                || entry.event.type() == EventType.DEAD_LETTER) {
            entry.isDuplicate();
        } else {
            entry.conflicts();
        }
    }

    private static boolean isSame(EventId id, Entry entry) {
        return id.equals(entry.event.id());
    }
}
