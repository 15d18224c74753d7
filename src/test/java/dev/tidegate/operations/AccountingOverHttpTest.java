package dev.tidegate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The balance, in all and of a span of time, beside what was sent and what the journal holds. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountingOverHttpTest {
    private static final int SPAN_RECORDS_MAX = 1_500;
    private static final String ONE = "{'type': type, 'version': version, 'body': $}";
    private static final String TWO =
            "[number & '-a', number & '-b'].{'type': 'order', 'version': 1, 'body': {'kind': 'sales', 'number': $,"
                    + " 'ordered_at': '2026-11-24T10:00:00Z', 'lines': [{'item': 'A', 'quantity': '1', 'location':"
                    + " 'MAIN'}]}}";

    private Shop shop;
    private Clock clock;

    @BeforeAll
    void open() {
        shop =
                Shop.open(
                        AccountingOverHttpTest.class,
                        Map.of(
                                "tidegate.accounting.span-records-max",
                                String.valueOf(SPAN_RECORDS_MAX)));
        clock = shop.served().bean(Clock.class);
        source("json", ONE);
        source("other", ONE);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    private void source(String name, String expression) {
        var published =
                shop.post(
                        "/v1/mappings/" + name + "/versions",
                        "{\"expression\": \"" + expression + "\"}");
        assertThat(published.statusCode()).as(published.body()).isBetween(200, 201);
        var put =
                shop.served()
                        .put(
                                shop.token(),
                                "/v1/sources/" + name,
                                "{\"adapter\": \"json\", \"mapping\": \"" + name + "\"}");
        assertThat(put.statusCode()).as(put.body()).isBetween(200, 201);
    }

    private static String order(String number, String quantity) {
        return """
        {"type": "order", "version": 1, "kind": "sales", "number": "%s", "ordered_at": "2026-11-24T10:00:00Z", \
        "lines": [{"item": "A", "quantity": "%s", "location": "MAIN"}]}"""
                .formatted(number, quantity);
    }

    private static String orders(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> order(prefix + "-" + i, "1"))
                .collect(Collectors.joining("\n"));
    }

    /** One message a line. */
    private void sendLines(String source, String lines) {
        var answer =
                shop.served()
                        .send(
                                shop.served()
                                        .request(
                                                shop.token(), "/v1/sources/" + source + "/messages")
                                        .header("Content-Type", "application/x-ndjson")
                                        .POST(BodyPublishers.ofString(lines)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** A time that no message shares a millisecond with, on neither side. */
    private Instant between() {
        passes(clock.millis() + 2);
        var now = clock.instant();
        passes(now.toEpochMilli() + 2);
        return now;
    }

    private void passes(long millis) {
        await().pollInterval(Duration.ofMillis(1)).until(() -> clock.millis() > millis);
    }

    private JsonNode accounting(String query) {
        return shop.read("/v1/accounting" + query);
    }

    private JsonNode span(Instant from, Instant to) {
        return accounting("?from=" + from + "&to=" + to);
    }

    private void settled() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> accounting("").get("pending").asLong() == 0);
    }

    private void adjust(boolean asOther) {
        var path = "/v1/inventory/adjustments";
        var body =
                "{\"item\": \"A\", \"location\": \"MAIN\", \"quantity\": \"3\", \"reason\": \"found\"}";
        var answer = asOther ? shop.postAsOther(path, body) : shop.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** As JDBC counts it, by the time the log gave each message. */
    private long journalled(Instant from, Instant to, String condition) {
        return shop.plant()
                .ownerOf(List.of("acme"))
                .sql(
                        "select count(*) from operations.journal where accepted_at >= ?::timestamptz"
                                + " and accepted_at < ?::timestamptz and "
                                + condition)
                .params(from.toString(), to.toString())
                .query(Long.class)
                .single();
    }

    /** First, while everything together is not too much yet. */
    @Test
    @Order(1)
    void aSpanHoldsWhatWasSentInItAndSpansThatMeetHoldEverythingOnce() {
        var begin = between();
        sendLines("json", orders("SPAN-1", 40));
        var second = between();
        sendLines("json", orders("SPAN-1", 10)); // again: duplicates
        sendLines("json", order("SPAN-2", "many")); // dead
        sendLines("other", orders("SPAN-3", 5));
        adjust(true); // another tenant's business
        var third = between();
        adjust(false);
        var end = between();
        settled();

        assertSpan(span(begin, second), 40, 40, 0, 0);
        assertSpan(span(second, third), 16, 5, 10, 1);
        assertSpan(accounting("?source=other&from=" + second + "&to=" + third), 5, 5, 0, 0);
        assertSpan(span(third, end), 1, 1, 0, 0);
        assertSpan(span(begin, end), 57, 46, 10, 1);
        assertSpan(span(second, second), 0, 0, 0, 0);
        assertThat(span(begin, end).get("applied").asLong())
                .isEqualTo(journalled(begin, end, "fate = 'applied'"));
        assertThat(span(begin, end).get("accepted").asLong())
                .isEqualTo(journalled(begin, end, "true"));

        var all = accounting("");
        var before = accounting("?to=" + second);
        var after = accounting("?from=" + second);
        for (var name : List.of("accepted", "applied", "duplicate", "dead", "messages")) {
            assertThat(before.get(name).asLong() + after.get(name).asLong())
                    .as(name)
                    .isEqualTo(all.get(name).asLong());
        }
    }

    private static void assertSpan(
            JsonNode span, long accepted, long applied, long duplicate, long dead) {
        assertThat(span.get("accepted").asLong()).as(span.toString()).isEqualTo(accepted);
        assertThat(span.get("messages").asLong()).as(span.toString()).isEqualTo(accepted);
        assertThat(span.get("applied").asLong()).as(span.toString()).isEqualTo(applied);
        assertThat(span.get("duplicate").asLong()).as(span.toString()).isEqualTo(duplicate);
        assertThat(span.get("dead").asLong()).as(span.toString()).isEqualTo(dead);
        assertThat(span.get("pending").asLong()).as(span.toString()).isZero();
        assertThat(span.get("balanced").asBoolean()).as(span.toString()).isTrue();
    }

    /** If this balanced, the facts above would prove nothing. */
    @Test
    void aFateThatIsGoneShowsInItsSpan() {
        var begin = between();
        sendLines("json", orders("GONE", 3));
        var end = between();
        settled();
        assertThat(span(begin, end).get("balanced").asBoolean()).isTrue();

        shop.plant()
                .ownerOf(List.of("acme"))
                .sql("delete from operations.journal where key = 'GONE-1'")
                .update();

        var lost = span(begin, end);
        assertThat(lost.get("pending").asLong()).isEqualTo(1);
        assertThat(lost.get("balanced").asBoolean()).isFalse();
    }

    @Test
    void entriesThatALaterMappingMakesMoreOfAreAcceptedAsWell() {
        source("split", ONE);
        var begin = between();
        sendLines("split", order("SPLIT", "many"));
        settled();
        source("split", TWO);
        var again = shop.post("/v1/reprocessings", "{\"filter\": {\"source\": \"split\"}}");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> {
                            var all = accounting("?source=split");
                            assertThat(all.get("applied").asLong()).isEqualTo(2);
                            assertThat(all.get("accepted").asLong()).isEqualTo(2);
                            assertThat(all.get("balanced").asBoolean()).isTrue();
                        });
        var span = accounting("?source=split&from=" + begin);
        assertThat(span.get("applied").asLong()).isEqualTo(2);
        assertThat(span.get("accepted").asLong()).isEqualTo(2);
        assertThat(span.get("balanced").asBoolean()).isTrue();
    }

    @Test
    void neverFailsToBalanceWhileMessagesFlow() {
        var begin = between();
        var flowing = new AtomicBoolean(true);
        var unbalanced = new ConcurrentLinkedQueue<String>();
        int batches = 50;

        var answers =
                shop.together(
                        4,
                        caller ->
                                caller == 0
                                        ? flow(flowing, batches)
                                        : watch(
                                                flowing,
                                                List.of("", "?source=json", "?from=" + begin)
                                                        .get(caller - 1),
                                                unbalanced));
        settled();

        assertThat(unbalanced).isEmpty();
        assertThat(answers.subList(1, 4)).allMatch(count -> count > 20);
        assertThat(accounting("?from=" + begin).get("applied").asLong()).isEqualTo(20L * batches);
    }

    /** Bursts with a command between them: the tally, processing and operations take turns. */
    private int flow(AtomicBoolean flowing, int batches) {
        for (int i = 0; i < batches; i++) {
            sendLines("json", orders("FLOW-" + i, 19));
            shop.post(
                    "/v1/inventory/counts",
                    "{\"item\": \"F%d\", \"location\": \"MAIN\", \"quantity\": \"3\"}"
                            .formatted(i));
        }
        flowing.set(false);
        return batches;
    }

    private int watch(AtomicBoolean flowing, String query, ConcurrentLinkedQueue<String> wrong) {
        int asked = 0;
        while (flowing.get()) {
            var answer = accounting(query);
            if (!answer.get("balanced").asBoolean() || answer.get("pending").asLong() < 0) {
                wrong.add(query + " " + answer);
            }
            asked++;
        }
        return asked;
    }

    @Test
    void aSpanThatHoldsTooMuchIsRefusedAndAShorterOneIsNot() {
        var begin = between();
        sendLines("json", orders("MUCH-A", SPAN_RECORDS_MAX / 2));
        var middle = between();
        sendLines("json", orders("MUCH-B", SPAN_RECORDS_MAX / 2 + 1));
        var end = between();

        var refused = shop.get("/v1/accounting?from=" + begin + "&to=" + end);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Served.json(refused).get("code").asString()).isEqualTo("query_too_broad");
        assertThat(span(begin, middle).get("messages").asInt()).isEqualTo(SPAN_RECORDS_MAX / 2);
        assertThat(span(middle, end).get("messages").asInt()).isEqualTo(SPAN_RECORDS_MAX / 2 + 1);
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsTheCallersMistake() {
        var refused = shop.get("/v1/accounting?from=2026-11-25T00:00:00Z&to=2026-11-24T00:00:00Z");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Served.json(refused).at("/errors/0/pointer").asString()).isEqualTo("query:from");
    }
}
