package dev.tidegate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.platform.Quantity;
import dev.tidegate.testing.Served;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsOverHttpTest {
    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open(CommandsOverHttpTest.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static HttpResponse<String> adjust(String item, String quantity) {
        return shop.post("/v1/inventory/adjustments", adjustment(item, quantity));
    }

    private static String adjustment(String item, String quantity) {
        return """
                {"item": "%s", "location": "MAIN", "quantity": "%s", "reason": "found"}"""
                .formatted(item, quantity);
    }

    private static String order(String number, String item, String quantity) {
        return """
                {"number": "%s", "partner": {"code": "C-1", "name": "Corner Shop"}, "currency": "EUR",
                 "lines": [{"item": "%s", "quantity": "%s", "location": "MAIN",
                            "unit_price": {"amount": "9.95", "currency": "EUR"}}]}"""
                .formatted(number, item, quantity);
    }

    private static String onHand(String item) {
        return shop.read("/v1/inventory?item=" + item + "&location=MAIN").get("on_hand").asString();
    }

    @Test
    void anAdjustmentIsThereWhenItIsAnswered() {
        var answer = adjust("A-1", "12.5");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var done = Served.json(answer);
        assertThat(done.get("on_hand").asString()).isEqualTo("12.5");
        assertThat(onHand("A-1")).isEqualTo("12.5");
        var ledger = shop.read("/v1/inventory/ledger?item=A-1&location=MAIN").get("items");
        assertThat(ledger).hasSize(1);
        assertThat(ledger.get(0).get("debit").asString()).isEqualTo("stock:MAIN");
        assertThat(ledger.get(0).get("receipt").asString())
                .isEqualTo(done.get("receipt").asString());
    }

    @Test
    void anOrderIsAllocatedAsFarAsStockGoes() {
        adjust("B-1", "10");

        var first = Served.json(shop.post("/v1/orders", order("S-1", "B-1", "8")));
        var second = Served.json(shop.post("/v1/orders", order("S-2", "B-1", "5")));
        var third = Served.json(shop.post("/v1/orders", order("S-3", "B-1", "1")));

        assertThat(first.get("status").asString()).isEqualTo("allocated");
        assertThat(first.get("kind").asString()).isEqualTo("sales");
        assertThat(first.get("total").get("amount").asString()).isEqualTo("79.60");
        assertThat(second.get("status").asString()).isEqualTo("partially_allocated");
        assertThat(second.get("lines").get(0).get("allocated").asString()).isEqualTo("2");
        assertThat(second.get("lines").get(0).get("backordered").asString()).isEqualTo("3");
        assertThat(third.get("status").asString()).isEqualTo("backordered");
        var level = shop.read("/v1/inventory?item=B-1&location=MAIN");
        assertThat(level.get("reserved").asString()).isEqualTo("10");
        assertThat(level.get("available").asString()).isEqualTo("0");
    }

    @Test
    void cancellingAnOrderGivesItsStockToTheNext() {
        adjust("C-1", "5");
        var first = Served.json(shop.post("/v1/orders", order("X-1", "C-1", "5")));
        shop.post("/v1/orders", order("X-2", "C-1", "5"));

        var answer = shop.post("/v1/orders/" + first.get("id").asString() + "/cancel", "{}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Served.json(answer).get("status").asString()).isEqualTo("cancelled");
        assertThat(shop.read("/v1/orders/sales:X-2").get("status").asString())
                .isEqualTo("allocated");
        var again = shop.post("/v1/orders/" + first.get("id").asString() + "/cancel", "{}");
        assertThat(again.statusCode()).isEqualTo(200);
    }

    @Test
    void sixteenCallersWithOneKeyMakeOneOrder() {
        var answers =
                shop.together(16, i -> shop.post("/v1/orders", "key-one", order("", "D-1", "3")));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 409);
        var made = answers.stream().filter(a -> a.statusCode() == 201).toList();
        assertThat(made).extracting(HttpResponse::body).containsOnly(made.getFirst().body());
        assertThat(
                        made.stream()
                                .filter(
                                        a ->
                                                a.headers()
                                                        .firstValue("Idempotent-Replayed")
                                                        .isEmpty()))
                .hasSize(1);
        assertThat(answers.stream().filter(a -> a.statusCode() == 409))
                .allSatisfy(
                        a ->
                                assertThat(Served.json(a).get("code").asString())
                                        .isEqualTo("idempotency_key_in_use"));
        var number = Served.json(made.getFirst()).get("number").asString();
        assertThat(shop.read("/v1/orders?number=" + number).get("items")).hasSize(1);
        assertThat(shop.read("/v1/inventory?item=D-1&location=MAIN").get("reserved").asString())
                .isEqualTo("0");
        assertThat(shop.read("/v1/events?key=" + number).get("items")).hasSize(1);
    }

    @Test
    void aKeyStandsForOneRequestOnly() {
        var first = shop.post("/v1/orders", "key-two", order("K-1", "E-1", "1"));
        var again = shop.post("/v1/orders", "key-two", order("K-1", "E-1", "1"));
        var other = shop.post("/v1/orders", "key-two", order("K-1", "E-1", "2"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Served.json(other).get("code").asString()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void aRefusalIsTheAnswerToEveryRepetition() {
        var first = shop.post("/v1/inventory/adjustments", "key-three", adjustment("F-1", "-1"));
        adjust("F-1", "5");
        var again = shop.post("/v1/inventory/adjustments", "key-three", adjustment("F-1", "-1"));

        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(Served.json(again).get("code").asString()).isEqualTo("would_go_negative");
        assertThat(onHand("F-1")).isEqualTo("5");
    }

    @Test
    void aNumberIsTakenOnce() {
        shop.post("/v1/orders", order("N/1 ä", "G-1", "1"));

        var second = shop.post("/v1/orders", order("N/1 ä", "G-1", "1"));

        assertThat(second.statusCode()).isEqualTo(409);
        var id = Served.json(second).get("id").asString();
        assertThat(shop.read("/v1/orders/" + id).get("number").asString()).isEqualTo("N/1 ä");
    }

    @Test
    void onHandNeverGoesBelowZeroHoweverManyTake() {
        adjust("H-1", "100");

        var answers = shop.together(32, i -> takeMany("H-1"));

        int taken = answers.stream().mapToInt(Integer::intValue).sum();
        assertThat(taken).isEqualTo(14); // of 100, 7 at a time
        assertThat(onHand("H-1")).isEqualTo("2");
        var ledger = shop.read("/v1/inventory/ledger?item=H-1&limit=500").get("items");
        assertThat(ledger).hasSize(15);
    }

    /** Takes until it is refused; answers how often it was not. */
    private static int takeMany(String item) {
        int taken = 0;
        while (true) {
            var answer = adjust(item, "-7");
            if (answer.statusCode() != 201) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
                return taken;
            }
            var left = Quantity.of(Served.json(answer).get("on_hand").asString());
            assertThat(left.isNegative()).isFalse();
            taken++;
        }
    }

    @Test
    void aTransferIsInTransitUntilItIsReceived() {
        adjust("I-1", "10");

        var sent =
                shop.post(
                        "/v1/inventory/transfers",
                        """
                        {"item": "I-1", "from": "MAIN", "to": "SHOP", "quantity": "4"}""");
        var both =
                shop.post(
                        "/v1/inventory/transfers",
                        """
                        {"item": "I-1", "from": "MAIN", "to": "SHOP", "quantity": "1", "received": true}""");
        var tooMuch =
                shop.post(
                        "/v1/inventory/transfers",
                        """
                        {"item": "I-1", "from": "MAIN", "to": "SHOP", "quantity": "6"}""");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(both.statusCode()).as(both.body()).isEqualTo(201);
        assertThat(tooMuch.statusCode()).isEqualTo(409);
        assertThat(onHand("I-1")).isEqualTo("5");
        var there = shop.read("/v1/inventory?item=I-1&location=SHOP");
        assertThat(there.get("on_hand").asString()).isEqualTo("1");
        assertThat(there.get("in_transit").asString()).isEqualTo("4");
    }

    @Test
    void aCountIsWhatIsThere() {
        adjust("J-1", "10");

        var counted =
                shop.post(
                        "/v1/inventory/counts",
                        """
                        {"item": "J-1", "location": "MAIN", "quantity": "7"}""");
        var taken = adjust("J-1", "-8");
        var fits = adjust("J-1", "-7");

        assertThat(counted.statusCode()).as(counted.body()).isEqualTo(201);
        assertThat(Served.json(counted).get("on_hand").asString()).isEqualTo("7");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(fits.statusCode()).isEqualTo(201);
        assertThat(onHand("J-1")).isEqualTo("0");
    }

    @Test
    void aCommandStandsInTheLogLikeEveryMessage() {
        var receipt = Served.json(adjust("L-1", "3")).get("receipt").asString();

        var status = shop.read("/v1/receipts/" + receipt);
        var trace = shop.read("/v1/receipts/" + receipt + "/trace");

        assertThat(status.get("state").asString()).isEqualTo("done");
        assertThat(status.get("events").get(0).get("fate").asString()).isEqualTo("applied");
        assertThat(trace.get("raw").get(0).get("source").asString()).isEqualTo("api");
        assertThat(trace.get("raw").get(0).get("principal").asString()).isEqualTo("acme-all");
        var entry = trace.get("entries").get(0);
        assertThat(entry.get("canonical").get("same").asBoolean()).isTrue();
        assertThat(entry.get("ledger")).hasSize(1);
        assertThat(entry.get("touched").get(0).get("href").asString()).contains("/v1/inventory");
    }

    /** The workers meet every command again; they must neither repeat nor miss anything. */
    @Test
    void commandsBalanceInTheAccounts() {
        adjust("M-1", "3");
        shop.post("/v1/orders", order("M-O", "M-1", "1"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.read("/v1/accounting?source=api").get("pending").asLong() == 0);

        var accounts = shop.read("/v1/accounting?source=api");
        assertThat(accounts.get("balanced").asBoolean()).isTrue();
        assertThat(accounts.get("accepted").asLong()).isEqualTo(accounts.get("applied").asLong());
        assertThat(onHand("M-1")).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"item\": \"A\\u0000B\", \"location\": \"MAIN\", \"quantity\": \"1\", \"reason\": \"x\"}",
                "{\"item\": \"\\ud800\", \"location\": \"MAIN\", \"quantity\": \"1\", \"reason\": \"x\"}",
                "{\"item\": \"A\", \"location\": \"MAIN\", \"quantity\": \"1e999999999\", \"reason\": \"x\"}",
                "{\"item\": \"A\", \"location\": \"MAIN\", \"quantity\": \"0.0000001\", \"reason\": \"x\"}",
                "{\"item\": \"A\", \"location\": \"MAIN\", \"quantity\": \"0\", \"reason\": \"x\"}",
                "{\"item\": \"A\", \"location\": \"MAIN\", \"quantity\": \"many\", \"reason\": \"x\"}",
                "{\"item\": \"A\", \"location\": \"MAIN\", \"quantity\": [], \"reason\": \"x\"}",
                "{\"item\": \"A\", \"location\": \"MAIN\", \"quantity\": \"1\", \"reason\": \"x\", \"lott\": \"1\"}",
                "{\"item\": \"A\", \"location\": \"MAIN\", \"quantity\": \"1\", \"reason\": \"x\", \"occurred_at\": \"2999-01-01T00:00:00Z\"}",
                "{}",
                "[]",
                "null",
                "",
                "{\"item\": ",
                "{\"item\": \"A\"} {\"item\": \"B\"}"
            })
    void aHostileBodyIsRefusedWithItsPlace(String body) {
        var answer = shop.post("/v1/inventory/adjustments", body);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertThat(Served.json(answer).get("code").asString()).isNotEmpty();
    }

    @Test
    void deepNestingAndLongTextsAreRefused() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        var inLines = "{\"lines\": " + deep + "}";
        var longText = adjustment("A".repeat(1_000_000), "1");

        var endless = "{\"lines\": [" + "{\"item\": \"A\"},".repeat(400_000) + "{}]}";

        assertThat(shop.post("/v1/orders", endless).statusCode()).isEqualTo(413);
        assertThat(shop.post("/v1/orders", deep).statusCode()).isEqualTo(400);
        assertThat(shop.post("/v1/orders", inLines).statusCode()).isEqualTo(400);
        assertThat(shop.post("/v1/inventory/adjustments", longText).statusCode())
                .isBetween(400, 422);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var answer =
                shop.post(
                        "/v1/orders",
                        """
                        {"kind": "gift", "currency": "euro",
                         "lines": [{"quantity": "-1"}, {"item": "A", "quantity": "1",
                                    "unit_price": {"amount": "1", "currency": "USD"}}]}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Served.json(answer).get("errors").findValuesAsString("pointer"))
                .contains(
                        "/kind",
                        "/currency",
                        "/lines/0/item",
                        "/lines/0/quantity",
                        "/lines/1/unit_price/currency");
    }

    @Test
    void whatIsAnothersIsNotFound() {
        var made = Served.json(shop.post("/v1/orders", order("T-1", "T-1", "1")));
        var id = made.get("id").asString();
        var receipt = Served.json(adjust("T-1", "1")).get("receipt").asString();

        assertThat(shop.getAsOther("/v1/orders/" + id).statusCode()).isEqualTo(404);
        assertThat(shop.getAsOther("/v1/receipts/" + receipt).statusCode()).isEqualTo(404);
        assertThat(shop.getAsOther("/v1/receipts/" + receipt + "/trace").statusCode())
                .isEqualTo(404);
        assertThat(shop.postAsOther("/v1/orders/" + id + "/cancel", "{}").statusCode())
                .isEqualTo(404);
        assertThat(Served.json(shop.getAsOther("/v1/orders?number=T-1")).get("items")).isEmpty();
        assertThat(Served.json(shop.getAsOther("/v1/events?key=T-1")).get("items")).isEmpty();
        assertThat(
                        Served.json(shop.getAsOther("/v1/inventory?item=T-1&location=MAIN"))
                                .get("on_hand")
                                .asString())
                .isEqualTo("0");
        assertThat(Served.json(shop.getAsOther("/v1/inventory/ledger?item=T-1")).get("items"))
                .isEmpty();
    }

    /** While a list is paged through, others come: none that was there is missed or shown twice. */
    @Test
    void aListIsCompleteHoweverItIsPagedThrough() {
        var numbers = new TreeSet<String>();
        for (int i = 0; i < 40; i++) {
            var number = "page-" + i;
            numbers.add(number);
            shop.post("/v1/orders", sameMoment(number));
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = shop.read("/v1/orders?partner=PAGED&status=backordered&limit=7" + next);
            page.get("items").forEach(order -> seen.add(order.get("number").asString()));
            shop.post("/v1/orders", sameMoment("later-" + seen.size()));
            next = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!next.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsAll(numbers);
        assertThat(seen.stream().filter(numbers::contains)).hasSize(40);
    }

    private static String sameMoment(String number) {
        return """
                {"number": "%s", "partner": {"code": "PAGED"}, "ordered_at": "2026-01-01T00:00:00Z",
                 "lines": [{"item": "NONE", "quantity": "1", "location": "MAIN"}]}"""
                .formatted(number);
    }

    @Test
    void theExplorerPagesThroughEverything() {
        for (int i = 0; i < 15; i++) {
            adjust("EX-" + i, "1");
        }
        var receipts = new ArrayList<String>();
        var next = "";
        do {
            var page = shop.read("/v1/events?source=api&type=stock_movement&limit=4" + next);
            page.get("items")
                    .forEach(e -> receipts.add(e.get("receipt").asString() + "#" + e.get("index")));
            next = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!next.isEmpty());

        assertThat(receipts).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(15);
    }
}
