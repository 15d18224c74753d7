package dev.tidegate.cli;

import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fates of a message's events, waited for and told. */
record Fates(Api api, Duration limit) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(40);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Set<String> BAD = Set.of("dead", "parked");
    private static final Table TABLE =
            Table.of("index", "ref", "type", "key", "fate", "code", "reason");

    /** Asks less and less often until every event has its fate. */
    JsonNode await(String receipt) {
        long end = System.nanoTime() + limit.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            var answer = api.get("/v1/receipts/" + Query.escaped(receipt));
            if (answer.path("state").asString("").equals("done")) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw Failure.notReady(
                        "receipt %s is still pending after %d s"
                                .formatted(receipt, limit.toSeconds()),
                        "./tidegate receipt " + receipt);
            }
            Patience.pause(pause);
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    static boolean bad(JsonNode receipt) {
        for (var fate : BAD) {
            if (receipt.path("fates").path(fate).asLong(0) > 0) {
                return true;
            }
        }
        for (var event : receipt.path("events")) {
            if (BAD.contains(event.path("fate").asString(""))) {
                return true;
            }
        }
        return false;
    }

    static String text(JsonNode receipt) {
        return "state " + receipt.path("state").asString("?") + "\n" + table(receipt);
    }

    static String table(JsonNode receipt) {
        return TABLE.text(receipt.path("events"));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
