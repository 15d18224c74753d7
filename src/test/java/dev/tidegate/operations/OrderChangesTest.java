package dev.tidegate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.governance.demo.StartingMappings;
import dev.tidegate.operations.Events.Line;
import dev.tidegate.testing.Served;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A change of some lines takes effect on its order, whichever of the two comes first. */
class OrderChangesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Shop shop;
    private Book book;
    private Events events;

    @BeforeAll
    static void open() {
        shop = Shop.open(OrderChangesTest.class);
        source("x12");
        source("json");
    }

    /** As the demo's tenants have it. */
    private static void source(String name) {
        var expression = JSON.writeValueAsString(Map.of("expression", StartingMappings.text(name)));
        var published = shop.post("/v1/mappings/" + name + "/versions", expression);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        var made =
                shop.served()
                        .put(
                                shop.token(),
                                "/v1/sources/" + name,
                                "{\"adapter\": \"%1$s\", \"mapping\": \"%1$s\"}".formatted(name));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void fresh() {
        book = Book.fresh(shop.plant());
        events = book.events();
    }

    private CanonicalEvent whole(long version) {
        return events.order(
                "SO-1",
                version,
                "open",
                Line.of("bolt", "EAST", "10"),
                Line.of("nut", "EAST", "4"));
    }

    private CanonicalEvent change(
            long version, String action, int line, String item, String quantity) {
        return events.change(
                "SO-1",
                String.valueOf(version),
                version,
                action,
                line,
                Line.of(item, "", quantity));
    }

    @ParameterizedTest
    @CsvSource({"1, bolt, 7", "9, bolt, 7", "1, '', 7"})
    void aQuantityIsTheNewOne(int line, String item, String quantity) {
        book.apply(events.receipt("R-1", "bolt", "EAST", "20"), whole(1));
        book.apply(change(2, "change", line, item.isEmpty() ? "bolt" : item, quantity));

        assertThat(book.due("SO-1", "bolt")).isEqualTo(quantity);
        assertThat(book.due("SO-1", "nut")).isEqualTo("4");
        assertThat(book.balance("bolt", "EAST").reserved()).isEqualTo(quantity);
    }

    @ParameterizedTest
    @CsvSource({"increase, 3, 13", "decrease, 3, 7", "decrease, 30, 0"})
    void aDifferenceShiftsTheQuantity(String action, String by, String due) {
        book.apply(whole(1), change(2, action, 1, "bolt", by));

        assertThat(book.due("SO-1", "bolt")).isEqualTo(due);
    }

    @Test
    void theChangeMayComeFirst() {
        book.apply(change(2, "change", 1, "bolt", "7"));
        assertThat(book.count("orders")).isZero();

        book.apply(whole(1));

        assertThat(book.due("SO-1", "bolt")).isEqualTo("7");
    }

    @Test
    void changesAreLaidInTheOrderOfTheirVersions() {
        book.apply(change(3, "delete", 1, "bolt", "0"));
        book.apply(whole(1));
        book.apply(change(2, "change", 1, "bolt", "7"));

        assertThat(book.due("SO-1", "bolt")).isEqualTo("0");
        assertThat(book.due("SO-1", "nut")).isEqualTo("4");
    }

    @Test
    void aLaterWholeSupersedesAChange() {
        book.apply(whole(1));
        book.apply(change(2, "change", 1, "bolt", "7"));
        book.apply(whole(3));

        assertThat(book.due("SO-1", "bolt")).isEqualTo("10");
    }

    @Test
    void anAddedLineLeavesFromWhereTheOthersDo() {
        book.apply(events.receipt("R-1", "cog", "EAST", "20"));
        book.apply(whole(1), change(2, "add", 3, "cog", "5"));

        assertThat(book.due("SO-1", "cog")).isEqualTo("5");
        assertThat(book.balance("cog", "EAST").reserved()).isEqualTo("5");
    }

    @Test
    void anAddedLineThatIsToldAgainIsNotAddedTwice() {
        book.apply(whole(1), change(2, "add", 3, "cog", "5"), change(3, "add", 3, "cog", "6"));

        assertThat(book.due("SO-1", "cog")).isEqualTo("6");
    }

    @Test
    void whatAChangeOfACancelledOrderWantsIsNothing() {
        book.apply(whole(1));
        book.apply(change(2, "add", 3, "cog", "5"));
        book.apply(events.order("SO-1", 3, "cancelled"));
        book.apply(change(4, "add", 3, "cog", "5"));

        assertThat(book.due("SO-1", "cog")).isEqualTo("0");
    }

    @Test
    void ofTwoAtTheSameMomentNeitherIsLost() throws Exception {
        try (var workers = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 60; i++) {
                var order = "SO-" + i;
                var told = events.order(order, 1, "open", Line.of("bolt", "EAST", "10"));
                var other = events.order("SO-x" + i, 1, "open", Line.of("bolt", "EAST", "1"));
                var changed = events.change(order, "1", 2, "change", 1, Line.of("bolt", "", "7"));
                var done =
                        new ArrayList<Future<?>>(
                                List.of(
                                        workers.submit(() -> book.apply(List.of(other, told))),
                                        workers.submit(() -> book.apply(List.of(changed)))));
                for (var one : done) {
                    one.get();
                }
                assertThat(book.due(order, "bolt")).as(order).isEqualTo("7");
            }
        }
    }

    @Test
    void anX12ChangeShowsOnItsOrderWithWhatEachLineDid() {
        await(
                shop.send(
                        "x12",
                        "application/edi-x12",
                        x12(
                                "850",
                                1,
                                "BEG*00*SA*PO-860**20261120~PO1*1*5*EA*2**VN*A~PO1*2*3*EA*2**VN*B~")));
        await(
                shop.send(
                        "x12",
                        "application/edi-x12",
                        x12(
                                "860",
                                2,
                                "BCH*04*SA*PO-860**1*20261120~POC*1*QD*4*1*EA*2**VN*A~POC*2*DI*0*3*EA***VN*B~POC*7*CA*1**EA***VN*Z~POC*3*AI*9**EA*1**VN*C~POC*1*ZZ*4*1*EA*2**VN*A~")));

        JsonNode order = shop.read("/v1/orders/sales:PO-860");

        assertThat(order.get("lines").findValuesAsString("item")).containsExactly("A", "C");
        assertThat(order.get("lines").findValuesAsString("ordered")).containsExactly("4", "9");
        assertThat(order.at("/changes/0/number").asString()).isEqualTo("PO-860/1");
        assertThat(order.at("/changes/0/lines").findValuesAsString("effect"))
                .containsExactly("applied", "applied", "no_such_line", "applied", "unknown_action");
        assertThat(order.get("documents").findValuesAsString("type")).contains("order_change");

        var cancelled = shop.post("/v1/orders/sales:PO-860/cancel", "{}");
        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
        assertThat(Served.json(cancelled).get("status").asString()).isEqualTo("cancelled");
        assertThat(shop.read("/v1/orders/sales:PO-860").get("lines").findValuesAsString("item"))
                .containsExactly("A", "C");
    }

    @Test
    void aChangeThatNamesNoOrderIsRefusedWithItsPlace() {
        var receipt =
                shop.send(
                        "json",
                        "application/json",
                        "{\"type\":\"document\",\"kind\":\"order_change\",\"number\":\"X-1\",\"version\":1,"
                                + "\"order_kind\":\"sales\",\"order_number\":\"SO-77\",\"issued_at\":\"2026-11-24T09:30:00Z\"}");

        var event = await(receipt).at("/events/0");

        assertThat(event.get("fate").asString()).isEqualTo("dead");
        assertThat(event.get("code").asString()).isEqualTo("foreign_number");
        assertThat(event.get("reason").asString()).contains("SO-77/X-1");
    }

    private static String x12(String set, int number, String segments) {
        var group = "850".equals(set) ? "PO" : "PC";
        return ("ISA*00*          *00*          *ZZ*BUYER          *ZZ*SELLER         *261120*120%d*U*00401*00000000%d*0*P*>~"
                        + "GS*%s*BUYER*SELLER*20261120*120%d*%d*X*004010~ST*%s*0001~%sSE*%d*0001~GE*1*%d~IEA*1*00000000%d~")
                .formatted(
                        number,
                        number,
                        group,
                        number,
                        number,
                        set,
                        segments,
                        segments.chars().filter(c -> c == '~').count() + 2,
                        number,
                        number);
    }

    private static JsonNode await(String receipt) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                shop.read("/v1/receipts/" + receipt)
                                        .get("state")
                                        .asString()
                                        .equals("done"));
        return shop.read("/v1/receipts/" + receipt);
    }
}
