package dev.tidegate.proof.check;

import dev.tidegate.proof.outside.Door;
import dev.tidegate.proof.outside.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** All that the checker has to say of a ground and a history. */
public final class Verdict {
    private static final int RECEIPTS_ASKED_MAX = 5_000;

    private final Ground ground;
    private final String source;

    public Verdict(Ground ground, String source) {
        this.ground = ground;
        this.source = source;
    }

    /**
     * What was promised becomes true by itself: waits until nothing is pending, or the time is
     * over.
     */
    public boolean isQuietWithin(Duration patience) {
        try {
            Awaitility.await("nothing is pending")
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(150))
                    .until(() -> ground.doors().values().stream().allMatch(Verdict::nothingPends));
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static boolean nothingPends(Door door) {
        return door.get("/v1/accounting")
                .filter(answer -> answer.status() == 200)
                .map(Door.Answer::json)
                .map(
                        accounts ->
                                accounts.path("pending").asLong(-1) == 0
                                        && accounts.path("balanced").asBoolean(false))
                .orElse(false);
    }

    public List<Finding> of(History history) {
        var log = RawLog.read(ground.bootstrapServers(), ground.topicPrefix());
        var facts = FactLog.read(ground.bootstrapServers(), ground.topicPrefix());
        var tenants = List.copyOf(ground.doors().keySet());
        var kept =
                log.of(source)
                        .filter(one -> ground.doors().containsKey(one.letter().tenant()))
                        .toList();
        var books = new Books(ground.database().apply(tenants), source);
        var findings = new ArrayList<>(log.findings());
        findings.addAll(new Checker(history, kept, books, facts).check());
        findings.addAll(
                new Answers(ground.doors(), source)
                        .check(history, books, kept, RECEIPTS_ASKED_MAX));
        return findings;
    }
}
