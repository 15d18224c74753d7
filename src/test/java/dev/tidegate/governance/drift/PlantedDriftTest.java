package dev.tidegate.governance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.operations.Shop;
import dev.tidegate.testing.Served;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each way in which a partner's feed drifts, planted in a running one: found with its difference,
 * kept from being applied, in nobody's way, and flowing after the fix.
 */
class PlantedDriftTest {
    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open(PlantedDriftTest.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void aRepurposedCode() {
        var feed = new Feed(shop, "repurposed");
        feed.plant(order -> order.put("priority_text", "Next day"));
        var finding = parked(feed, "repurposed_code", "/priority");
        assertThat(finding.path("expected").asString()).contains("N:").contains("Normal");
        assertThat(finding.path("observed").asString()).isEqualTo("N beside \"Next day\"");

        var contract = feed.learned();
        var says = Feed.field(contract, "/priority").path("codes").get(0);
        ((ObjectNode) says)
                .put("meaning", "as its text says")
                .putArray("says")
                .add("Normal")
                .add("Next day");
        mended(feed, finding, contract);
    }

    @Test
    void aRenamedField() {
        var feed = new Feed(shop, "renamed");
        feed.plant(
                order -> {
                    for (JsonNode line : order.path("lines")) {
                        ((ObjectNode) line).set("qty", ((ObjectNode) line).remove("quantity"));
                    }
                    return order;
                });
        var finding = parked(feed, "renamed_field", "/lines/*/quantity");
        assertThat(finding.path("expected").asString()).isEqualTo("integer, unit EA");
        assertThat(finding.path("observed").asString())
                .isEqualTo("perhaps renamed to /lines/*/qty");
        assertThat(finding.path("examples").get(0).path("place").asString())
                .isEqualTo("/1/lines/0/qty");

        feed.publish(
                Feed.MAPPING.replace(
                        "\"quantity\": quantity", "\"quantity\": qty ? qty : quantity"));
        mended(feed, finding, feed.learned());
        assertThat(quantity(feed, "renamed-p0x")).isEqualTo("2");
    }

    @Test
    void aNewOptionalFieldIsNotedAndHoldsNothingUp() {
        var feed = new Feed(shop, "additive");
        feed.plant(order -> order.put("gift_note", "for Ada"));

        assertThat(feed.applied()).isEqualTo(feed.sent());
        assertThat(feed.deadLetters()).isEmpty();
        assertThat(feed.findings("open"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.path("kind").asString())
                                    .isEqualTo("undeclared_field");
                            assertThat(finding.path("severity").asString()).isEqualTo("note");
                            assertThat(finding.path("path").asString()).isEqualTo("/gift_note");
                            assertThat(finding.path("count").asInt()).isEqualTo(3);
                            assertThat(finding.path("observed").asString()).isEqualTo("text");
                            assertThat(finding.toString()).doesNotContain("for Ada");
                        });
        int version = feed.accept(feed.learned());
        feed.close(
                feed.findings("open").getFirst().path("id").asLong(),
                Map.of("why", "a field more", "contract", version));
        feed.send(List.of(Feed.order("additive-last").put("gift_note", "again")));
        feed.settle();
        assertThat(feed.findings("open")).isEmpty();
    }

    @Test
    void aChangedUnit() {
        var feed = new Feed(shop, "unit");
        feed.plant(
                order -> {
                    ((ObjectNode) order.path("lines").get(1)).put("uom", "CS");
                    return order;
                });
        var finding = parked(feed, "changed_unit", "/lines/*/quantity");
        assertThat(finding.path("expected").asString()).isEqualTo("unit EA");
        assertThat(finding.path("observed").asString()).isEqualTo("unit CS");
        assertThat(finding.path("examples").get(0).path("place").asString())
                .isEqualTo("/1/lines/1/quantity");
        assertThat(
                        shop.read("/v1/findings/" + finding.path("id").asLong())
                                .at("/blast_radius/canonical/0/field")
                                .asString())
                .isEqualTo("/lines/*/quantity");

        feed.publish(
                Feed.MAPPING.replace(
                        "\"quantity\": quantity",
                        "\"quantity\": uom = 'CS' ? $number(quantity) * 12 : quantity"));
        var contract = feed.learned();
        Feed.field(contract, "/lines/*/quantity").putArray("units").add("EA").add("CS");
        mended(feed, finding, contract);
        assertThat(feed.order1("unit-p0x").path("lines").get(1).path("ordered").asString())
                .isEqualTo("60");
    }

    @Test
    void aChangedDateFormat() {
        var feed = new Feed(shop, "date");
        feed.plant(order -> order.put("requested_on", "27.11.2026"));
        var finding = parked(feed, "changed_date_format", "/requested_on");
        assertThat(finding.path("expected").asString()).isEqualTo("date yyyy-MM-dd");
        assertThat(finding.path("observed").asString())
                .startsWith("27.11.2026 (")
                .contains("dd.MM.yyyy");

        feed.publish(
                Feed.MAPPING.replace(
                        "\"requested_on\": requested_on",
                        "\"requested_on\": $contains(requested_on, '.') ? $date(requested_on, 'dd.MM.yyyy')"
                                + " : requested_on"));
        var contract = feed.learned();
        assertThat(Feed.field(contract, "/requested_on").path("patterns").toString())
                .isEqualTo("[\"yyyy-MM-dd\",\"dd.MM.yyyy\"]");
        mended(feed, finding, contract);
        assertThat(feed.order1("date-p0x").path("requested_on").asString()).isEqualTo("2026-11-27");
    }

    /** One finding, three documents parked and not applied, everything else through. */
    private static JsonNode parked(Feed feed, String kind, String path) {
        var planted = feed.sent().stream().filter(number -> number.endsWith("x")).toList();
        assertThat(planted).hasSize(3);
        assertThat(feed.applied())
                .containsExactlyElementsOf(
                        feed.sent().stream().filter(number -> !planted.contains(number)).toList());
        assertThat(feed.deadLetters())
                .hasSize(3)
                .allSatisfy(
                        dead -> {
                            assertThat(dead.path("class").asString()).isEqualTo("schema_drift");
                            assertThat(dead.path("code").asString()).isEqualTo(kind);
                            assertThat(dead.path("ref").asString()).isEqualTo("/1");
                            assertThat(dead.path("reason").asString()).startsWith(path + ": ");
                        });
        assertThat(feed.accounting().path("dead").asInt()).isEqualTo(3);
        assertThat(feed.findings("open")).hasSize(1);
        var finding = feed.findings("open").getFirst();
        assertThat(finding.path("kind").asString()).isEqualTo(kind);
        assertThat(finding.path("severity").asString()).isEqualTo("breaking");
        assertThat(finding.path("path").asString()).isEqualTo(path);
        assertThat(finding.path("count").asInt()).isEqualTo(3);
        assertThat(finding.path("examples")).hasSize(3);
        for (JsonNode example : finding.path("examples")) {
            var receipt = shop.read("/v1/receipts/" + example.path("receipt").asString());
            assertThat(receipt.path("events").get(1).path("fate").asString()).isEqualTo("dead");
        }
        return finding;
    }

    /** After the fix all that was sent is there, counted by whoever sent it. */
    private static void mended(Feed feed, JsonNode finding, JsonNode contract) {
        int version = feed.accept(contract);
        feed.close(
                finding.path("id").asLong(),
                Map.of("why", "the partner means it", "contract", version));
        feed.reprocess(finding.path("kind").asString());

        assertThat(feed.applied()).isEqualTo(feed.sent());
        assertThat(feed.accounting().path("dead").asInt()).isZero();
        assertThat(feed.accounting().path("applied").asInt()).isEqualTo(feed.sent().size());
        assertThat(feed.accounting().path("balanced").asBoolean()).isTrue();
        assertThat(feed.findings("open")).isEmpty();
        assertThat(feed.findings("closed"))
                .singleElement()
                .satisfies(
                        closed -> {
                            assertThat(closed.at("/closed/by").asString()).isEqualTo("acme-all");
                            assertThat(closed.at("/closed/fix").asString())
                                    .isEqualTo("contract@" + version);
                        });
    }

    private static String quantity(Feed feed, String number) {
        return feed.order1(number).path("lines").get(0).path("ordered").asString();
    }

    @Test
    void aFieldSaysWhoReadsItAndWhenLast() {
        var feed = new Feed(shop, "radius");
        feed.order1("radius-0");
        shop.served().bean(EndpointReads.class).write();

        var told = shop.read("/v1/sources/radius/blast-radius?path=/lines/*/quantity");

        assertThat(told.path("mappings").get(0).path("mapping").asString()).isEqualTo("radius@1");
        assertThat(told.path("mappings").get(0).path("last_read_at").asString()).isNotEmpty();
        assertThat(told.path("canonical"))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.path("type").asString()).isEqualTo("order");
                            assertThat(one.path("field").asString()).isEqualTo("/lines/*/quantity");
                        });
        assertThat(told.path("resources").toString())
                .isEqualTo("[\"GET /v1/orders\",\"GET /v1/stream\"]");
        assertThat(told.path("clients"))
                .anySatisfy(
                        one -> {
                            assertThat(one.path("client").asString()).isEqualTo("acme-all");
                            assertThat(one.path("endpoint").asString())
                                    .isEqualTo("GET /v1/orders/{id}");
                        });
        assertThat(
                        shop.read("/v1/sources/radius/blast-radius?path=/priority_text")
                                .path("mappings"))
                .as("what no mapping reads")
                .isEmpty();
    }

    @Test
    void aDraftIsNotAcceptedBeforeItSaysWhatItsFieldsMean() {
        var feed = new Feed(shop, "meaning");
        var contract = feed.learned();
        Feed.field(contract, "/lines/*/quantity").remove("units");
        Feed.field(contract, "/priority").remove("codes");
        Feed.field(contract, "/customer").remove("classification");
        Feed.field(contract, "/requested_on").putArray("patterns").add("whenever");

        var answer =
                shop.post(
                        "/v1/sources/meaning/contracts",
                        "{\"documents\": " + contract.path("documents") + "}");

        assertThat(answer.statusCode()).isEqualTo(422);
        var problem = Served.json(answer);
        assertThat(problem.path("code").asString()).isEqualTo("contract_incomplete");
        assertThat(problem.path("errors"))
                .hasSize(4)
                .allSatisfy(
                        error ->
                                assertThat(error.path("pointer").asString())
                                        .matches(
                                                "/documents/0/fields/[0-9]+/(units|codes|classification|patterns/0)"));
    }

    @Test
    void aFindingIsClosedOnceAndByAFixThatIsThere() {
        var feed = new Feed(shop, "closing");
        feed.plant(order -> order.put("priority", "X"));
        var finding = parked(feed, "unknown_code", "/priority");
        String path = "/v1/findings/" + finding.path("id").asLong() + "/close";

        assertThat(shop.post(path, "{}").statusCode()).isEqualTo(422);
        assertThat(shop.post(path, "{\"why\":\"x\",\"contract\":1}").statusCode()).isEqualTo(422);
        assertThat(shop.post(path, "{\"why\":\"x\",\"mapping\":\"no@1\"}").statusCode())
                .isEqualTo(422);
        assertThat(shop.post(path, "{\"why\":\"theirs to mend\"}").statusCode()).isEqualTo(200);
        var again = shop.post(path, "{\"why\":\"x\"}");
        assertThat(Served.json(again).path("code").asString()).isEqualTo("finding_closed");
        assertThat(shop.getAsOther("/v1/findings/" + finding.path("id").asLong()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverChangesTheMappingDoesNotLiftTheContract() {
        var feed = new Feed(shop, "kept");
        feed.publish(Feed.MAPPING + "\n");

        assertThat(shop.read("/v1/sources/kept").at("/contract/version").asInt()).isEqualTo(1);
        shop.served()
                .put(
                        shop.token(),
                        "/v1/sources/kept",
                        "{\"adapter\":\"json\",\"mapping\":\"kept\",\"contract\":{\"version\":0}}");
        feed.plant(order -> order.put("priority", "X"));
        assertThat(feed.applied()).isEqualTo(feed.sent());
    }
}
