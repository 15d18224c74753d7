package dev.tidegate.operations.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.operations.Shop;
import dev.tidegate.testing.Served;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** GS1 EPCIS 2.0 as a partner uses it: capture, the capture job, queries. */
class EpcisOverHttpTest {
    private static final String MADE =
            """
            {"type":"ObjectEvent","eventID":"made","eventTime":"2026-11-20T10:00:00+01:00","eventTimeZoneOffset":"+01:00",
             "action":"ADD","bizStep":"commissioning","disposition":"active",
             "epcList":["urn:epc:id:sgtin:9521141.012345.1","urn:epc:id:sgtin:9521141.012345.2"],
             "readPoint":{"id":"urn:epc:id:sgln:9521141.12345.0"},"bizLocation":{"id":"urn:epc:id:sgln:9521141.12345.0"}}
            """;
    private static final String PACKED =
            """
            {"type":"AggregationEvent","eventID":"packed","eventTime":"2026-11-21T10:00:00Z","eventTimeZoneOffset":"+01:00",
             "action":"ADD","bizStep":"packing","parentID":"urn:epc:id:sscc:9521141.1234567890",
             "childEPCs":["https://id.example/01/09521141123454/21/1"]}
            """;
    private static final String SENT =
            """
            {"type":"ObjectEvent","eventID":"sent","eventTime":"2026-11-22T10:00:00Z","eventTimeZoneOffset":"+01:00",
             "action":"OBSERVE","bizStep":"https://ref.gs1.org/cbv/BizStep-shipping","disposition":"in_transit",
             "epcList":["urn:epc:id:sscc:9521141.1234567890"]}
            """;
    private static final String SENT_WRONGLY =
            SENT.replace(
                    "\"action\"",
                    "\"errorDeclaration\":{\"declarationTime\":\"2026-11-23T10:00:00Z\",\"reason\":\"incorrect_data\"},\"action\"");
    private static final String BLENDED =
            """
            {"type":"TransformationEvent","eventTime":"2026-11-19T10:00:00Z","eventTimeZoneOffset":"+01:00",
             "inputEPCList":["urn:epc:id:sgtin:9521141.099999.7"],"outputEPCList":["urn:epc:id:sgtin:9521141.012345.2"]}
            """;

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open(EpcisOverHttpTest.class, Map.of("tidegate.demo.enabled", "true"));
        finished(capture(document(SENT_WRONGLY, MADE, PACKED, SENT, BLENDED), ""));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void aCaptureIsAJobThatTellsWhatBecameOfIt() {
        var answer = capture(document(MADE.replace("\"made\"", "\"made-too\"")), "");
        assertThat(answer.statusCode()).isEqualTo(202);
        var receipt = Served.json(answer).get("receipt").asString();
        assertThat(location(answer)).isEqualTo("/epcis/v2/capture/" + receipt);

        var job = finished(answer);

        assertThat(job.get("captureID").asString()).isEqualTo(receipt);
        assertThat(job.get("success").asBoolean()).isTrue();
        assertThat(job.get("errors")).isEmpty();
        assertThat(job.get("events").get("applied").asLong()).isOne();
        assertThat(job.has("createdAt")).isTrue();
        assertThat(job.has("finishedAt")).isTrue();
        assertThat(shop.getAsOther(location(answer)).statusCode()).isEqualTo(404);
    }

    @Test
    void aSecondFeedChangesNothing() {
        var before = shop.read("/v1/state-hash");
        var job = finished(capture(document(SENT_WRONGLY, MADE, PACKED, SENT, BLENDED), ""));

        assertThat(job.get("events").get("duplicate").asLong()).isEqualTo(5);
        assertThat(job.get("success").asBoolean()).isTrue();
        assertThat(shop.read("/v1/state-hash")).isEqualTo(before);
    }

    @Test
    void oneBadEventRefusesTheWholeDocumentUnlessItIsToProceed() {
        var text =
                document(
                        MADE.replace("\"made\"", "\"half\""),
                        PACKED.replace("2026-11-21T10:00:00Z", "yesterday"));
        for (String behaviour : List.of("", "rollback")) {
            var refused = capture(text, behaviour);
            assertThat(refused.statusCode()).isEqualTo(400);
            var problem = Served.json(refused);
            assertThat(problem.get("code").asString()).isEqualTo("epcis_refused");
            assertThat(problem.at("/errors/0/pointer").asString())
                    .isEqualTo("/epcisBody/eventList/1/eventTime");
            assertThat(problem.at("/errors/0/detail").asString()).startsWith("not_a_timestamp: ");
        }
        assertThat(ids("EQ_eventID=half")).isEmpty();

        var job = finished(capture(text, "proceed"));

        assertThat(job.get("success").asBoolean()).isFalse();
        assertThat(job.at("/errors/0/title").asString()).isEqualTo("not_a_timestamp");
        assertThat(job.at("/errors/0/instance").asString()).isEqualTo("/epcisBody/eventList/1");
        assertThat(ids("EQ_eventID=half")).containsExactly("half");
        assertThat(capture(text, "hope").statusCode()).isEqualTo(400);
    }

    @Test
    void aDocumentThatBreaksOffIsRefusedWithItsPlace() {
        var refused = capture("<EPCISDocument>\n<EPCISBody>", "");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Served.json(refused).at("/errors/0/pointer").asString())
                .startsWith("/EPCISDocument/EPCISBody (line 2 column ");
        assertThat(capture("", "").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eventType=AggregationEvent|packed",
                "eventType=AggregationEvent,TransactionEvent|packed",
                "GE_eventTime=2026-11-20T09:00:00Z&LT_eventTime=2026-11-21T11:00:00%2B01:00&EQ_eventID=made,packed|made",
                "LT_recordTime=2020-01-01T00:00:00Z|''",
                "EQ_bizStep=packing|packed",
                "EQ_bizStep=urn:epcglobal:cbv:bizstep:packing|packed",
                "EQ_disposition=in_transit|sent sent",
                "EQ_action=OBSERVE|sent sent",
                "EQ_readPoint=https://id.example/414/9521141123454&EQ_eventID=made|made",
                "EQ_bizLocation=urn:epc:id:sgln:9521141.12345.0&EQ_eventID=made|made",
                "MATCH_epc=urn:epc:id:sscc:9521141.1234567890|sent sent",
                "MATCH_epc=https://id.example/01/09521141123454/21/1&EQ_eventID=made,packed|packed made",
                "MATCH_epc=urn:epc:id:sgtin:9521141.099999.7|''",
                "MATCH_anyEPC=urn:epc:id:sscc:9521141.1234567890|sent sent packed",
                "MATCH_parentID=https://id.example/00/195211412345678900|packed",
                "MATCH_parentID=urn:epc:id:sgtin:9521141.012345.1|''",
                "EXISTS_errorDeclaration=true|sent",
                "EQ_eventID=made,packed|packed made",
                "EQ_eventID=nothing|''"
            })
    void eventsAreFoundBy(String query, String ids) {
        assertThat(String.join(" ", ids(query))).isEqualTo(ids);
    }

    @Test
    void theAnswerIsAQueryDocument() {
        var answer = shop.read("/epcis/v2/events?EQ_eventID=packed");

        assertThat(answer.get("type").asString()).isEqualTo("EPCISQueryDocument");
        assertThat(answer.get("schemaVersion").asString()).isEqualTo("2.0");
        assertThat(answer.at("/@context/0").asString()).contains("epcis-context.jsonld");
        var event = answer.at("/epcisBody/queryResults/resultsBody/eventList/0");
        assertThat(event.get("parentID").asString())
                .isEqualTo("urn:epc:id:sscc:9521141.1234567890");
        assertThat(event.get("eventTime").asString()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(event.has("recordTime")).isTrue();
        assertThat(finishedAnswerReadsBack(answer)).isTrue();
    }

    /** What is answered may be captured elsewhere: the same events come of it. */
    private static boolean finishedAnswerReadsBack(JsonNode answer) {
        var job = finished(capture(answer.toString(), ""));
        return job.get("events").get("duplicate").asLong() == 1;
    }

    @Test
    void anEventThatWasDeclaredWrongIsShownWithItsDeclaration() {
        assertThat(shop.read("/epcis/v2/events/sent").at("/errorDeclaration/reason").asString())
                .isEqualTo("incorrect_data");
        assertThat(shop.read("/epcis/v2/events/made").has("errorDeclaration")).isFalse();
        assertThat(shop.get("/epcis/v2/events/nothing").statusCode()).isEqualTo(404);
        assertThat(shop.getAsOther("/epcis/v2/events/made").statusCode()).isEqualTo(404);
    }

    @Test
    void anEventWithoutAnIdIsGivenOneMadeOfItsContents() {
        var id = ids("MATCH_anyEPC=urn:epc:id:sgtin:9521141.099999.7").getFirst();
        assertThat(id).startsWith("ni:///sha-256;");

        assertThat(ids("EQ_eventID=" + URLEncoder.encode(id, StandardCharsets.UTF_8)))
                .containsExactly(id);
        assertThat(
                        shop.read(
                                        "/epcis/v2/events/"
                                                + dev.tidegate.platform.web.PathName.of("evt_", id))
                                .get("eventID")
                                .asString())
                .isEqualTo(id);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        var whole = ids("perPage=500");
        var paged = new ArrayList<String>();
        var next = "/epcis/v2/events?perPage=2";
        while (next != null) {
            var answer = shop.get(next);
            assertThat(answer.statusCode()).isEqualTo(200);
            paged.addAll(ids(Served.json(answer)));
            next =
                    answer.headers()
                            .firstValue("Link")
                            .map(link -> link.substring(1, link.indexOf('>')))
                            .orElse(null);
        }

        assertThat(paged).hasSizeGreaterThan(4).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EQ_colour=red",
                "MATCH_epc=urn:epc:idpat:sgtin:9521141.012345.*",
                "GE_eventTime=yesterday",
                "perPage=0",
                "perPage=501",
                "nextPageToken=x",
                "EQ_bizStep=",
                "EXISTS_errorDeclaration=no"
            })
    void aQuestionThatCannotBeMeantIsRefusedByName(String query) {
        var answer = shop.get("/epcis/v2/events?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Served.json(answer).toString()).contains("query:" + query.split("=")[0]);
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        var answer = shop.getAsOther("/epcis/v2/events?EQ_eventID=made,packed,sent");

        assertThat(ids(Served.json(answer))).isEmpty();
    }

    private static List<String> ids(String query) {
        return ids(shop.read("/epcis/v2/events?" + query));
    }

    private static List<String> ids(JsonNode answer) {
        return answer.at("/epcisBody/queryResults/resultsBody/eventList")
                .valueStream()
                .map(event -> event.get("eventID").asString())
                .toList();
    }

    private static String document(String... events) {
        return "{\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\",\"epcisBody\":{\"eventList\":["
                + String.join(",", events)
                + "]}}";
    }

    private static HttpResponse<String> capture(String text, String behaviour) {
        var request =
                shop.served()
                        .request(shop.token(), "/epcis/v2/capture")
                        .header("Content-Type", "application/json");
        if (!behaviour.isEmpty()) {
            request.header("GS1-Capture-Error-Behaviour", behaviour);
        }
        return shop.served().send(request.POST(BodyPublishers.ofString(text)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode finished(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> shop.read(location(answer)), job -> !job.get("running").asBoolean());
    }
}
