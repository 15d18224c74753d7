package dev.tidegate.proof.check;

import dev.tidegate.proof.check.Books.Entry;
import dev.tidegate.proof.check.Finding.Kind;
import dev.tidegate.proof.check.RawLog.Address;
import dev.tidegate.proof.check.RawLog.Kept;
import dev.tidegate.proof.outside.Act;
import dev.tidegate.proof.outside.Act.Nonsense;
import dev.tidegate.proof.outside.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges fates as sets: of all that was told under one identity exactly one took effect (or was
 * overtaken by a newer version), its equals are duplicates, the others conflicts.
 */
final class Fates {
    private final Map<Thing, List<Met>> things = new HashMap<>();
    private final Map<Address, Winner> winners = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** One identity of one tenant. */
    private record Thing(String tenant, String identity) {}

    /** One record of it and what became of it. */
    private record Met(Address address, Act act, String fate) {}

    /** The one of its identity that counts. */
    record Winner(String tenant, Act act, String fate) {}

    static Fates judge(List<Kept> log, Map<Address, List<Entry>> journal, History history) {
        var fates = new Fates();
        for (Kept kept : log) {
            var told = history.letters().get(kept.letter());
            if (told != null) {
                fates.meet(kept, told.act(), journal.getOrDefault(kept.address(), List.of()));
            }
        }
        fates.things.forEach(fates::judge);
        return fates;
    }

    private void meet(Kept kept, Act act, List<Entry> entries) {
        if (entries.size() != 1 || entries.getFirst().entries() != 1) {
            var kind = entries.isEmpty() ? Kind.NO_FATE : Kind.WRONG_FATE;
            findings.add(new Finding(kind, kept + " " + act + " has " + entries));
            return;
        }
        var thing = new Thing(kept.letter().tenant(), act.identity());
        things.computeIfAbsent(thing, t -> new ArrayList<>())
                .add(new Met(kept.address(), act, entries.getFirst().fate()));
    }

    private void judge(Thing thing, List<Met> met) {
        boolean nonsense = met.getFirst().act() instanceof Nonsense;
        var effective =
                met.stream()
                        .filter(m -> nonsense ? m.fate().equals("dead") : takesEffect(m.fate()))
                        .toList();
        if (effective.size() != 1) {
            findings.add(
                    new Finding(
                            effective.isEmpty() ? Kind.WRONG_FATE : Kind.APPLIED_TWICE,
                            thing + " took effect " + effective.size() + " times: " + met));
            return;
        }
        var winner = effective.getFirst();
        winners.put(winner.address(), new Winner(thing.tenant(), winner.act(), winner.fate()));
        for (Met other : met) {
            var expected = other.act().equals(winner.act()) ? "duplicate" : "parked";
            if (other != winner && !other.fate().equals(expected)) {
                findings.add(
                        new Finding(
                                Kind.WRONG_FATE,
                                other + " should be " + expected + " beside " + winner));
            }
        }
    }

    private static boolean takesEffect(String fate) {
        return fate.equals("applied") || fate.equals("stale");
    }

    Map<Address, Winner> winners() {
        return winners;
    }

    List<Finding> findings() {
        return findings;
    }
}
