package dev.tidegate.proof.crash;

import dev.tidegate.proof.check.Finding;
import dev.tidegate.proof.check.Ground;
import dev.tidegate.proof.check.Verdict;
import dev.tidegate.proof.outside.Door;
import dev.tidegate.proof.outside.Historian;
import dev.tidegate.proof.outside.History;
import dev.tidegate.proof.outside.Partner;
import dev.tidegate.proof.works.Killer;
import dev.tidegate.proof.works.Works;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Partners send, a killer kills, and when all is quiet the books are compared with the history. */
final class CrashRun {
    private static final Duration SETTLE_TIMEOUT = Duration.ofMinutes(3);
    private static final int PARTNERS_OF_A_TENANT = 2;
    private static final long PAUSE_MS = 15;

    private final Path folder;
    private final long seed;

    CrashRun(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /** What happened, and what was found. */
    record Outcome(
            Map<Works.Victim, Integer> kills,
            long tried,
            long acknowledged,
            long balancesLookedAt,
            List<Finding> findings) {
        Map<String, Object> figures(long seed) {
            var figures = new LinkedHashMap<String, Object>();
            figures.put("seed", seed);
            figures.put("kills", kills);
            figures.put("tried", tried);
            figures.put("acknowledged", acknowledged);
            figures.put("balances_looked_at", balancesLookedAt);
            figures.put("findings", findings.stream().map(Finding::toString).limit(50).toList());
            return figures;
        }
    }

    Outcome run(int kills) throws Exception {
        try (var works = Works.at(folder.resolve("home"))) {
            works.startAndAwait();
            var doors = doors(works);
            var historian = new Historian(folder.resolve("history.jsonl"));
            var killer = new Killer(works, seed, historian::acknowledged);
            var watch = new Watch(List.copyOf(doors.values())).start();
            var partners = partners(doors, historian);
            killer.kill(kills);
            for (Partner partner : partners) {
                partner.close();
            }
            watch.close();
            historian.close();
            var findings = new ArrayList<>(watch.findings());
            findings.addAll(judge(works, doors));
            return new Outcome(
                    killer.kills(),
                    historian.tried(),
                    historian.acknowledged(),
                    watch.looks(),
                    findings);
        }
    }

    private Map<String, Door> doors(Works works) {
        var doors = new LinkedHashMap<String, Door>();
        for (String tenant : Works.TENANTS) {
            var door = works.door(tenant);
            door.makeSource(Partner.SOURCE, "json");
            doors.put(tenant, door);
        }
        return doors;
    }

    private List<Partner> partners(Map<String, Door> doors, Historian historian) {
        var partners = new ArrayList<Partner>();
        doors.forEach(
                (tenant, door) -> {
                    for (int i = 0; i < PARTNERS_OF_A_TENANT; i++) {
                        partners.add(
                                new Partner(tenant, door, seed * 10 + i, PAUSE_MS, historian)
                                        .start());
                    }
                });
        return partners;
    }

    private List<Finding> judge(Works works, Map<String, Door> doors) throws Exception {
        var ground = new Ground(works.endpoints().bootstrapServers(), "", works::database, doors);
        var verdict = new Verdict(ground, Partner.SOURCE);
        if (!verdict.isQuietWithin(SETTLE_TIMEOUT)) {
            return List.of(new Finding(Finding.Kind.NO_FATE, "something is pending for ever"));
        }
        return verdict.of(History.read(folder.resolve("history.jsonl")));
    }
}
