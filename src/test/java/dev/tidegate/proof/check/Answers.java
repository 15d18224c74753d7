package dev.tidegate.proof.check;

import dev.tidegate.proof.check.Finding.Kind;
import dev.tidegate.proof.check.RawLog.Kept;
import dev.tidegate.proof.outside.Door;
import dev.tidegate.proof.outside.Historian.Entry;
import dev.tidegate.proof.outside.History;
import dev.tidegate.proof.outside.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Asks the API what anyone may ask, and compares it with the history and the books. */
final class Answers {
    private static final int AT_ONCE = 24;
    private static final Set<String> FATES =
            Set.of("applied", "duplicate", "stale", "parked", "dead");

    private final Map<String, Door> doors;
    private final String source;
    private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param doors by tenant
     */
    Answers(Map<String, Door> doors, String source) {
        this.doors = doors;
        this.source = source;
    }

    List<Finding> check(History history, Books books, List<Kept> kept, int sampleMax) {
        var acknowledged = history.acknowledged();
        if (new HashSet<>(acknowledged.stream().map(Entry::receipt).toList()).size()
                != acknowledged.size()) {
            find(Kind.BAD_RECEIPT, "two messages have the same receipt");
        }
        var sample = new ArrayList<>(acknowledged);
        Collections.shuffle(sample, new Random(1));
        var some = sample.subList(0, Math.min(sampleMax, sample.size()));
        atOnce(some, this::checkReceipt);
        atOnce(some.subList(0, some.size() / 10), this::checkRaw);
        checkOrders(books, sampleMax / 10);
        checkAccounts(books, kept);
        return findings;
    }

    private void checkReceipt(Entry entry) {
        var answer = json(entry.message().tenant(), "/v1/receipts/" + entry.receipt());
        var events = answer.path("events");
        boolean good =
                answer.path("state").asString("").equals("done")
                        && events.size() == 1
                        && FATES.contains(events.path(0).path("fate").asString(""));
        if (!good) {
            find(Kind.BAD_RECEIPT, entry + " is answered " + answer);
        }
    }

    private void checkRaw(Entry entry) {
        var raw = door(entry.message().tenant()).get("/v1/receipts/" + entry.receipt() + "/raw");
        if (raw.isEmpty()
                || raw.get().status() != 200
                || !Message.sha256(raw.get().body()).equals(entry.message().sha256())) {
            find(Kind.RAW_CHANGED, entry + " is answered " + raw.map(Door.Answer::text));
        }
    }

    private void checkOrders(Books books, int max) {
        var some = books.orders().entrySet().stream().limit(max).toList();
        atOnce(
                some,
                entry -> {
                    var name = entry.getKey().name().split("/", 2);
                    var path =
                            "/v1/orders?kind=%s&number=%s"
                                    .formatted(
                                            name[0],
                                            URLEncoder.encode(name[1], StandardCharsets.UTF_8));
                    var found = json(entry.getKey().tenant(), path).path("items").path(0);
                    if (found.path("version").asLong(-1) != entry.getValue().version()) {
                        find(Kind.STALE_OVERWROTE, entry + " is answered " + found);
                    }
                });
    }

    /** The program's own accounts, against a count made from the log and the journal. */
    private void checkAccounts(Books books, List<Kept> kept) {
        var journal = books.journal().values().stream().flatMap(Collection::stream).toList();
        for (String tenant : doors.keySet()) {
            var accounts = json(tenant, "/v1/accounting?source=" + source);
            long there = kept.stream().filter(one -> one.letter().tenant().equals(tenant)).count();
            boolean good =
                    accounts.path("balanced").asBoolean(false)
                            && accounts.path("pending").asLong(-1) == 0
                            && accounts.path("accepted").asLong(-1) == there;
            for (String fate : FATES) {
                long counted =
                        journal.stream()
                                .filter(e -> e.tenant().equals(tenant) && e.fate().equals(fate))
                                .count();
                good &= accounts.path(fate).asLong(-1) == counted;
            }
            if (!good) {
                find(Kind.UNBALANCED, tenant + " has " + there + " in the log and " + accounts);
            }
        }
    }

    private JsonNode json(String tenant, String path) {
        return door(tenant)
                .get(path)
                .map(Door.Answer::json)
                .orElseGet(() -> tools.jackson.databind.node.MissingNode.getInstance());
    }

    private Door door(String tenant) {
        var door = doors.get(tenant);
        if (door == null) {
            throw new IllegalArgumentException("no door of " + tenant);
        }
        return door;
    }

    private <T> void atOnce(Collection<T> all, Consumer<T> check) {
        var room = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    all.stream()
                            .map(
                                    one ->
                                            threads.submit(
                                                    () -> {
                                                        room.acquireUninterruptibly();
                                                        try {
                                                            check.accept(one);
                                                        } finally {
                                                            room.release();
                                                        }
                                                    }))
                            .toList();
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void find(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }
}
