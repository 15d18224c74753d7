package dev.tidegate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.testing.Served;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private static Shop shop;
    private static JsonNode description;

    @BeforeAll
    static void open() {
        shop = Shop.open(OpenApiTest.class);
        description = shop.read("/v3/api-docs");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void describesEveryPathWithASummary() {
        var without = new ArrayList<String>();
        description
                .get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                method -> {
                                                    if (!method.getValue().has("summary")
                                                            && (path.getKey().startsWith("/v1")
                                                                    || path.getKey()
                                                                            .startsWith(
                                                                                    "/epcis"))) {
                                                        without.add(path.getKey());
                                                    }
                                                }));

        assertThat(description.get("paths").propertyNames())
                .contains(
                        "/v1/orders",
                        "/v1/orders/{id}",
                        "/v1/orders/{id}/cancel",
                        "/v1/inventory",
                        "/v1/inventory/adjustments",
                        "/v1/receipts/{receipt}",
                        "/v1/receipts/{receipt}/provenance",
                        "/v1/receipts/{receipt}/trace",
                        "/v1/events",
                        "/v1/dead-letters",
                        "/v1/reprocessings",
                        "/v1/shipments",
                        "/v1/stream",
                        "/epcis/v2/capture",
                        "/epcis/v2/capture/{receipt}",
                        "/epcis/v2/events",
                        "/epcis/v2/events/{eventID}");
        assertThat(without).isEmpty();
    }

    @Test
    void speaksAsTheAnswersDo() {
        var text = description.toString();

        assertThat(text).contains("\"on_hand\"").doesNotContain("\"onHand\"");
        assertThat(text).contains("\"ordered_at\"").doesNotContain("\"orderedAt\"");
        assertThat(text).doesNotContain("\"name\":\"caller\"");
        var quantity = description.at("/components/schemas/StockLevel/properties/on_hand/type");
        assertThat(quantity.asString()).isEqualTo("string");
    }

    @Test
    void listsTheValuesOfAParameterThatTakesSomeOnly() {
        var fate =
                description
                        .at("/paths/~1v1~1events/get/parameters")
                        .valueStream()
                        .filter(parameter -> parameter.get("name").asString().equals("fate"))
                        .findFirst()
                        .orElseThrow();

        assertThat(fate.at("/schema/enum").valueStream().map(JsonNode::asString))
                .containsExactly("applied", "duplicate", "stale", "parked", "dead");
    }

    @Test
    void isThereWithoutAToken() {
        var answer =
                shop.served()
                        .send(
                                java.net.http.HttpRequest.newBuilder(
                                                shop.served().url("/v3/api-docs"))
                                        .GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Served.json(answer).get("info").get("title").asString()).isEqualTo("Tidegate");
    }
}
