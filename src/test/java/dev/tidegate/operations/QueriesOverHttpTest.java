package dev.tidegate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.console.orders.OrdersPage;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesOverHttpTest {
    private static Plant plant;
    private static Served served;
    private static String token;

    @BeforeAll
    static void start() {
        plant = Plant.open(QueriesOverHttpTest.class);
        served = Served.on(plant, Set.of(Role.API), Map.of());
        token =
                served.token(
                        served.client(
                                "acme-all",
                                "acme",
                                "ingest:write",
                                "orders:read",
                                "inventory:read",
                                "shipments:read",
                                "dead-letters:operate"));
    }

    @AfterAll
    static void stop() {
        served.close();
        plant.close();
    }

    @Test
    void whatTheBooksDontHoldIsZeroAtVersionZero() {
        var answer = served.get(token, "/v1/inventory?item=unheard-of&location=MAIN");

        assertThat(answer.statusCode()).isEqualTo(200);
        var level = Served.json(answer);
        assertThat(level.get("on_hand").asString()).isEqualTo("0");
        assertThat(level.get("available").asString()).isEqualTo("0");
        assertThat(level.get("version").asLong()).isZero();
        assertThat(level.get("freshness").get("status").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validated", "planning"})
    void truthsThatAreNotKeptYetAreNamedAsSuch(String truth) {
        var answer = served.get(token, "/v1/inventory?item=A&truth=" + truth);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Served.json(answer).get("code").asString()).isEqualTo("truth_not_available");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/inventory",
                "/v1/inventory/ledger?item=A",
                "/v1/shipments",
                "/v1/events"
            })
    void listsBeginEmpty(String list) {
        var answer = served.get(token, list);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Served.json(answer).get("items")).isEmpty();
        assertThat(Served.json(answer).get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/events?key=%27%20or%201%3D1--&text=%27%3B%20drop%20table%20operations.journal%3B--",
                "/v1/events?text=%25%5F%5C&source=%27%27%29%3B",
                "/v1/shipments?order=%27%7D%5D%27%20or%20true&partner=%22%27",
                "/v1/inventory?item=%27%3B%20delete%20from%20operations.stock%3B--",
                "/v1/inventory/ledger?item=A&location=%27%20or%20%27%27%3D%27"
            })
    void filtersAreValuesAndNeverStatements(String path) {
        assertThat(served.get(token, path).statusCode()).isEqualTo(200);
        assertThat(served.get(token, "/v1/events").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/events?key=a%00b",
                "/v1/events?cursor=nonsense",
                "/v1/events?limit=0",
                "/v1/events?limit=501",
                "/v1/events?from=yesterday",
                "/v1/shipments?cursor=%21%21",
                "/v1/inventory?item=",
                "/v1/inventory?item=%20&location=MAIN",
                "/v1/inventory/ledger?item",
                "/v1/events?source="
            })
    void parametersThatCantBeUsedAreTheCallersMistake(String path) {
        var answer = served.get(token, path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Served.json(answer).get("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/events, fate, aplied, applied",
        "/v1/events, fate, APPLIED, applied",
        "/v1/events, type, orders, stock_movement",
        "/v1/orders, kind, sale, sales",
        "/v1/orders, status, opne, partially_allocated",
        "/v1/documents, type, order, order_response",
        "/v1/shipments, direction, out, outbound",
        "/v1/shipments, status, '', delivered",
        "/v1/inventory, truth, imaginary, operational",
        "/v1/dead-letters, state, closed, discarded",
        "/v1/dead-letters, class, data-quality, data_quality",
        "/v1/dead-letters/groups, fate, applied, parked"
    })
    void aValueThatNothingHasIsRefusedWithThoseThereAre(
            String list, String parameter, String misspelt, String oneOfThem) {
        var answer = served.get(token, list + "?" + parameter + "=" + misspelt);

        assertThat(answer.statusCode()).isEqualTo(400);
        var problem = Served.json(answer);
        assertThat(problem.get("code").asString()).isEqualTo("invalid_parameter");
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("query:" + parameter);
        assertThat(problem.at("/next_steps/0").asString()).contains(oneOfThem);
        assertThat(served.get(token, list + "?" + parameter + "=" + oneOfThem).statusCode())
                .isIn(200, 422);
    }

    /** The console offers what an order's status can be: the API takes each of them. */
    @Test
    void everyStatusOfAnOrderCanBeAskedFor() {
        assertThat(OrdersPage.STATES)
                .allSatisfy(
                        status ->
                                assertThat(
                                                served.get(token, "/v1/orders?status=" + status)
                                                        .statusCode())
                                        .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "x", "...", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"})
    void aForgedReceiptIsNotFound(String receipt) {
        var answer = served.get(token, "/v1/receipts/" + receipt);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Served.json(answer).get("code").asString()).isEqualTo("receipt_not_found");
    }
}
