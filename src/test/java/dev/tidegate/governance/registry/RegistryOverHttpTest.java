package dev.tidegate.governance.registry;

import static dev.tidegate.governance.registry.Registry.assertRefused;
import static dev.tidegate.governance.registry.Registry.avro;
import static dev.tidegate.governance.registry.Registry.body;
import static dev.tidegate.governance.registry.Registry.json;
import static dev.tidegate.governance.registry.Registry.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.platform.TenantId;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, statuses and numbers as docs/reference/schema-registry.md has them. */
class RegistryOverHttpTest {
    private static final String A = "{'name':'a','type':'int'}";
    private static final String B = ",{'name':'b','type':'int','default':0}";
    private static final String C = ",{'name':'c','type':'int','default':0}";

    private static Registry registry;

    @BeforeAll
    static void serve() {
        registry =
                Registry.open(
                        RegistryOverHttpTest.class,
                        Map.of(
                                "tidegate.registry.schema-size-max", "4KB",
                                "tidegate.registry.versions-max", "5",
                                "tidegate.registry.subjects-max", "40",
                                "tidegate.registry.references-max", "3",
                                "tidegate.registry.reference-depth-max", "2"));
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    @Test
    void theSameSchemaHasTheSameIdWhereverItIsRegistered() {
        int id = registry.registered("same-value", avro("Same", A));

        assertThat(registry.registered("same-value", avro("Same", " " + A + " "))).isEqualTo(id);
        assertThat(registry.registered("other-value", avro("Same", A))).isEqualTo(id);
        assertThat(read(registry.get("/subjects/same-value/versions")).toString()).isEqualTo("[1]");
        assertThat(read(registry.get("/schemas/ids/" + id + "/subjects")).toString())
                .isEqualTo("[\"other-value\",\"same-value\"]");
        assertThat(read(registry.get("/schemas/ids/" + id + "/versions")).toString())
                .isEqualTo(
                        "[{\"subject\":\"other-value\",\"version\":1},{\"subject\":\"same-value\",\"version\":1}]");
    }

    @Test
    void aVersionIsToldWithItsSubjectIdAndText() {
        int id = registry.registered("told-value", avro("Told", A));
        var text =
                "{\"type\":\"record\",\"name\":\"Told\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}";

        for (var version : new String[] {"1", "latest", "-1"}) {
            var told = read(registry.get("/subjects/told-value/versions/" + version));
            assertThat(told.propertyNames())
                    .containsExactlyInAnyOrder("subject", "version", "id", "schema");
            assertThat(told.get("id").asInt()).isEqualTo(id);
            assertThat(told.get("version").asInt()).isEqualTo(1);
            assertThat(told.get("schema").asString()).isEqualTo(text);
        }
        assertThat(registry.get("/subjects/told-value/versions/1/schema").body()).isEqualTo(text);
        assertThat(registry.get("/schemas/ids/" + id + "/schema").body()).isEqualTo(text);
        var byId = read(registry.get("/schemas/ids/" + id + "?fetchMaxId=true&subject=told-value"));
        assertThat(byId.get("schema").asString()).isEqualTo(text);
        assertThat(byId.get("maxId").asInt()).isGreaterThanOrEqualTo(id);
    }

    @Test
    void aTypeOtherThanAvroIsNamed() {
        int id = registry.registered("typed-value", json("{'type':'object'}"));

        assertThat(read(registry.get("/schemas/ids/" + id)).get("schemaType").asString())
                .isEqualTo("JSON");
        assertThat(
                        read(registry.post("/subjects/typed-value", json("{ 'type' : 'object' }")))
                                .get("schemaType")
                                .asString())
                .isEqualTo("JSON");
        assertThat(read(registry.get("/schemas/types")).toString())
                .contains("\"JSON\"", "\"AVRO\"");
    }

    @Test
    void protobufIsKeptComparedAndRefused() {
        var proto = "syntax = \"proto3\"; package t; message M { string a = 1;%s }";

        int id = registry.registered("proto-value", body(proto.formatted(""), "PROTOBUF", ""));

        var told = read(registry.get("/schemas/ids/" + id));
        assertThat(told.get("schemaType").asString()).isEqualTo("PROTOBUF");
        assertThat(told.get("schema").asString()).contains("string a = 1;");
        registry.registered("proto-value", body(proto.formatted(" int32 b = 2;"), "PROTOBUF", ""));
        var refused =
                registry.register(
                        "proto-value", body(proto.formatted(" string b = 2;"), "PROTOBUF", ""));
        assertRefused(refused, 409, 409);
        assertThat(refused.body()).contains("FIELD_TYPE_CHANGED", "/t.M/2");
        assertRefused(registry.register("p-value", body("message {", "PROTOBUF", "")), 422, 42201);
    }

    @Test
    void aSchemaIsFoundUnderItsSubject() {
        registry.registered("find-value", avro("Find", A));
        registry.registered("find-value", avro("Find", A + B));

        var found = read(registry.post("/subjects/find-value", avro("Find", A + B)));
        assertThat(found.get("version").asInt()).isEqualTo(2);
        assertRefused(registry.post("/subjects/find-value", avro("Find", A + C)), 404, 40403);
        assertRefused(registry.post("/subjects/none-value", avro("Find", A)), 404, 40401);
        assertRefused(registry.post("/subjects/find-value", body("{", "AVRO", "")), 422, 42201);
    }

    @Test
    void normalizedASchemaInAnotherOrderIsTheSame() {
        var one = json("{'type':'object','properties':{'a':{},'b':{}}}");
        var other = json("{'properties':{'b':{},'a':{}},'type':'object'}");
        var path = "/subjects/normal-value/versions?normalize=true";

        int id = read(registry.post(path, one)).get("id").asInt();

        assertThat(read(registry.post(path, other)).get("id").asInt()).isEqualTo(id);
        assertThat(registry.registered("plain-value", other)).isNotEqualTo(id);
        assertThat(
                        read(registry.post("/subjects/normal-value?normalize=true", other))
                                .get("id")
                                .asInt())
                .isEqualTo(id);
    }

    @Test
    void idsAreDenseInEachTenant() {
        var globex = registry.as("dense", "mappings:write");

        assertThat(globex.registered("a", avro("D1", A))).isEqualTo(1);
        assertRefused(globex.register("a", avro("D1", "{'name':'x','type':'int'}")), 409, 409);
        assertThat(globex.registered("b", avro("D2", A))).isEqualTo(2);
        assertThat(globex.registered("c", avro("D1", A))).isEqualTo(1);
        assertThat(globex.registered("c", avro("D1", A + B))).isEqualTo(3);
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        int id = registry.registered("mine-value", avro("Mine", A));
        var other = registry.as("globex", "mappings:write");

        assertThat(read(other.get("/subjects")).toString()).isEqualTo("[]");
        assertRefused(other.get("/subjects/mine-value/versions"), 404, 40401);
        assertRefused(other.get("/schemas/ids/" + id), 404, 40403);
        assertRefused(other.post("/subjects/mine-value", avro("Mine", A)), 404, 40401);
        assertRefused(other.delete("/subjects/mine-value"), 404, 40401);
        assertThat(read(registry.get("/subjects?subjectPrefix=mine-")).toString())
                .isEqualTo("[\"mine-value\"]");
    }

    @Test
    void whoMayReadMayNotWrite() {
        var reader = registry.as("acme", "mappings:read");

        assertThat(reader.get("/subjects").statusCode()).isEqualTo(200);
        assertRefused(reader.register("x-value", avro("X", A)), 403, 403);
        assertThat(reader.register("x-value", avro("X", A)).body())
                .contains("insufficient_scope", "mappings:write");
        assertRefused(reader.put("/config", "{\"compatibility\":\"NONE\"}"), 403, 403);
    }

    @Test
    void deletingIsDoneTwice() {
        int id = registry.registered("gone-value", avro("Gone", A));
        registry.registered("gone-value", avro("Gone", A + B));

        assertRefused(registry.delete("/subjects/gone-value?permanent=true"), 404, 40405);
        assertRefused(
                registry.delete("/subjects/gone-value/versions/1?permanent=true"), 404, 40407);
        assertThat(read(registry.delete("/subjects/gone-value/versions/1")).asInt()).isEqualTo(1);
        assertRefused(registry.delete("/subjects/gone-value/versions/1"), 404, 40406);
        assertRefused(registry.get("/subjects/gone-value/versions/1"), 404, 40402);
        assertThat(
                        read(registry.get("/subjects/gone-value/versions/1?deleted=true"))
                                .get("id")
                                .asInt())
                .isEqualTo(id);
        assertThat(read(registry.get("/schemas/ids/" + id)).has("schema")).isTrue();
        assertThat(read(registry.delete("/subjects/gone-value")).toString()).isEqualTo("[2]");
        assertRefused(registry.delete("/subjects/gone-value"), 404, 40404);
        assertRefused(registry.get("/subjects/gone-value/versions"), 404, 40401);
        assertThat(read(registry.get("/subjects/gone-value/versions?deleted=true")).toString())
                .isEqualTo("[1,2]");
        assertThat(read(registry.get("/subjects?subjectPrefix=gone")).toString()).isEqualTo("[]");
        assertThat(read(registry.get("/subjects?subjectPrefix=gone&deleted=true")).toString())
                .isEqualTo("[\"gone-value\"]");
        assertThat(read(registry.delete("/subjects/gone-value?permanent=true")).toString())
                .isEqualTo("[1,2]");
        assertRefused(registry.delete("/subjects/gone-value?permanent=true"), 404, 40401);
        assertRefused(registry.get("/schemas/ids/" + id), 404, 40403);
    }

    @Test
    void aVersionsNumberAndAnIdAreNeverGivenAgain() {
        int first = registry.registered("again-value", avro("Again", A));
        registry.registered("again-value", avro("Again", A + B));
        read(registry.delete("/subjects/again-value/versions/2"));
        read(registry.delete("/subjects/again-value/versions/2?permanent=true"));

        int third = registry.registered("again-value", avro("Again", A + C));

        assertThat(read(registry.get("/subjects/again-value/versions")).toString())
                .isEqualTo("[1,3]");
        assertThat(third).isGreaterThan(first + 1);
        read(registry.delete("/subjects/again-value/versions/1"));
        assertThat(registry.registered("again-value", avro("Again", A))).isEqualTo(first);
        assertThat(read(registry.get("/subjects/again-value/versions")).toString())
                .isEqualTo("[3,4]");
    }

    @Test
    void whatIsReferredToStays() {
        registry.registered("address", avro("Address", A));
        var order =
                body(
                        "{'type':'record','name':'Order','fields':[{'name':'to','type':'Address'}]}",
                        "AVRO",
                        ",'references':[{'name':'Address','subject':'address','version':-1}]");
        int id = registry.registered("order-value", order);

        var told = read(registry.get("/subjects/order-value/versions/latest"));
        assertThat(told.get("references").toString())
                .isEqualTo("[{\"name\":\"Address\",\"subject\":\"address\",\"version\":1}]");
        assertThat(told.get("schema").asString()).contains("\"type\":\"Address\"");
        assertThat(read(registry.get("/subjects/address/versions/1/referencedby")).toString())
                .isEqualTo("[" + id + "]");
        assertRefused(registry.delete("/subjects/address/versions/1"), 422, 42206);
        assertRefused(registry.delete("/subjects/address"), 422, 42206);
        read(registry.delete("/subjects/order-value"));
        assertThat(read(registry.get("/subjects/address/versions/1/referencedby")).toString())
                .isEqualTo("[]");
        read(registry.delete("/subjects/address"));
        assertRefused(registry.delete("/subjects/address?permanent=true"), 422, 42206);
        read(registry.delete("/subjects/order-value?permanent=true"));
        read(registry.delete("/subjects/address?permanent=true"));
    }

    @Test
    void aReferenceToNothingIsRefused() {
        var one = ",'references':[{'name':'N','subject':'nothing','version':1}]";
        var half = ",'references':[{'name':'N','subject':'nothing'}]";

        assertRefused(registry.register("r-value", body("'string'", "AVRO", one)), 422, 42201);
        assertRefused(registry.register("r-value", body("'string'", "AVRO", half)), 422, 42201);
    }

    @Test
    void referencesAreFollowedNoFurtherThanTheBounds() {
        registry.registered("d0", json("{'type':'string'}"));
        registry.registered("d1", json1("d0"));
        registry.registered("d2", json1("d1"));

        var refused = registry.register("d3", json1("d2"));

        assertRefused(refused, 422, 42201);
        assertThat(refused.body()).contains("tidegate.registry.reference-depth-max");
    }

    private static String json1(String of) {
        return body(
                "{'properties':{'x':{'$ref':'" + of + ".json'}}}",
                "JSON",
                ",'references':[{'name':'%s.json','subject':'%s','version':1}]".formatted(of, of));
    }

    @Test
    void levelsAreSetForAllAndForEach() {
        var own = registry.as("levels", "mappings:write");

        assertThat(read(own.get("/config")).toString())
                .isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(read(own.put("/config", "{\"compatibility\":\"FULL\"}")).toString())
                .isEqualTo("{\"compatibility\":\"FULL\"}");
        assertRefused(own.get("/config/s"), 404, 40408);
        assertThat(read(own.get("/config/s?defaultToGlobal=true")).toString()).contains("FULL");
        read(own.put("/config/s", "{\"compatibility\":\"NONE\",\"compatibilityGroup\":null}"));
        assertThat(read(own.get("/config/s")).toString())
                .isEqualTo("{\"compatibilityLevel\":\"NONE\"}");
        assertThat(read(own.get("/subjects")).toString()).isEqualTo("[]");
        assertThat(read(own.delete("/config/s")).toString()).contains("NONE");
        assertRefused(own.delete("/config/s"), 404, 40401);
        assertRefused(own.put("/config/s", "{\"compatibility\":\"MUCH\"}"), 422, 42203);
        assertRefused(own.put("/config", "{}"), 422, 42203);
        assertThat(read(own.delete("/config")).toString()).contains("FULL");
        assertThat(read(own.get("/config")).toString()).contains("BACKWARD");
    }

    @Test
    void inModeReadonlyNothingChanges() {
        var own = registry.as("modes", "mappings:write");
        int id = own.registered("s", avro(A));
        assertThat(read(own.get("/mode")).toString()).isEqualTo("{\"mode\":\"READWRITE\"}");

        assertThat(read(own.put("/mode", "{\"mode\":\"READONLY\"}")).toString())
                .isEqualTo("{\"mode\":\"READONLY\"}");

        assertThat(own.registered("s", avro(A))).isEqualTo(id);
        assertRefused(own.register("s", avro(A + B)), 422, 42205);
        assertRefused(own.delete("/subjects/s"), 422, 42205);
        assertRefused(own.get("/mode/s"), 404, 40409);
        assertThat(read(own.get("/mode/s?defaultToGlobal=true")).toString()).contains("READONLY");
        read(own.put("/mode/s", "{\"mode\":\"READWRITE\"}"));
        own.registered("s", avro(A + B));
        read(own.delete("/mode/s"));
        assertRefused(own.delete("/mode/s"), 404, 40401);
        assertRefused(own.put("/mode/s", "{\"mode\":\"SLEEP\"}"), 422, 42204);
        read(own.delete("/mode"));
        read(own.delete("/subjects/s"));
    }

    @Test
    void aRegistryMovesInWithItsIds() {
        var own = registry.as("imports", "mappings:write");
        var told = avro(A).replaceFirst("}$", ",\"id\":1007,\"version\":3}");
        assertRefused(own.register("s", told), 422, 42205);

        read(own.put("/mode", "{\"mode\":\"IMPORT\"}"));

        assertRefused(own.register("s", avro(A)), 422, 42205);
        assertThat(own.registered("s", told)).isEqualTo(1007);
        assertThat(own.registered("s", told)).isEqualTo(1007);
        var other = avro("X", A).replaceFirst("}$", ",\"id\":1007}");
        assertRefused(own.register("x", other), 422, 42205);
        read(own.put("/mode", "{\"mode\":\"READWRITE\"}"));
        assertThat(own.registered("s", avro(A + B))).isEqualTo(1008);
        assertThat(read(own.get("/subjects/s/versions")).toString()).isEqualTo("[3,4]");
        assertRefused(own.put("/mode", "{\"mode\":\"IMPORT\"}"), 422, 42205);
        read(own.put("/mode?force=true", "{\"mode\":\"IMPORT\"}"));
    }

    @Test
    void compatibilityIsToldBeforeAnythingIsRegistered() {
        registry.registered("ask-value", avro("Ask", A));
        var path = "/compatibility/subjects/ask-value/versions";
        var bad = avro("Ask", A + ",{'name':'b','type':'int'}");

        assertThat(read(registry.post(path + "/latest", avro("Ask", A + B))).toString())
                .isEqualTo("{\"is_compatible\":true}");
        var no = read(registry.post(path + "/1?verbose=true", bad));
        assertThat(no.get("is_compatible").asBoolean()).isFalse();
        assertThat(no.get("messages").toString())
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "/fields/1", "BACKWARD");
        assertThat(read(registry.post(path, bad)).toString())
                .isEqualTo("{\"is_compatible\":false}");
        assertRefused(registry.post(path + "/7", bad), 404, 40402);
        assertRefused(registry.post(path + "/latest", body("{}", "AVRO", "")), 422, 42201);
        assertThat(
                        read(registry.post("/compatibility/subjects/none/versions/latest", bad))
                                .get("is_compatible")
                                .asBoolean())
                .isTrue();
        assertThat(read(registry.get("/subjects/ask-value/versions")).toString()).isEqualTo("[1]");
    }

    @Test
    void anotherLanguageIsNeverCompatible() {
        registry.registered("tongues-value", avro("Tongues", A));

        assertRefused(registry.register("tongues-value", json("{'type':'object'}")), 409, 409);
        read(registry.put("/config/tongues-value", "{\"compatibility\":\"NONE\"}"));
        registry.registered("tongues-value", json("{'type':'object','title':'tongues'}"));
    }

    @Test
    void whatIsRefusedAsIncompatibleSaysWhyAndWhere() {
        registry.registered("why-value", avro("Why", A));

        var refused = registry.register("why-value", avro("Why", "{'name':'a','type':'string'}"));

        assertRefused(refused, 409, 409);
        assertThat(refused.body())
                .contains("TYPE_MISMATCH", "/fields/0/type", "oldSchemaVersion: 1", "BACKWARD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /subjects/none/versions | 404 | 40401",
                "GET | /subjects/none/versions/1 | 404 | 40401",
                "GET | /subjects/there/versions/9 | 404 | 40402",
                "GET | /subjects/there/versions/9/schema | 404 | 40402",
                "GET | /subjects/there/versions/9/referencedby | 404 | 40402",
                "GET | /subjects/there/versions/0 | 422 | 42202",
                "GET | /subjects/there/versions/-2 | 422 | 42202",
                "GET | /subjects/there/versions/newest | 422 | 42202",
                "GET | /subjects/there/versions/99999999999 | 422 | 42202",
                "DELETE | /subjects/none/versions/1 | 404 | 40401",
                "DELETE | /subjects/there/versions/9 | 404 | 40402",
                "GET | /schemas/ids/999999 | 404 | 40403",
                "GET | /schemas/ids/999999/versions | 404 | 40403",
                "GET | /schemas/ids/999999/subjects | 404 | 40403",
                "GET | /schemas/ids/x | 400 | 400",
                "GET | /nothing | 404 | 404",
                "PATCH | /subjects | 405 | 405",
                "TRACE | /subjects | 405 | 405",
                "GET | /subjects/a%2fb/versions | 400 | 400",
                "GET | /subjects/a%0ab/versions | 400 | 400",
                "GET | /subjects?subjectPrefix=%00 | 400 | 400",
            })
    void everyRefusalHasItsNumber(String method, String path, int status, int code) {
        registry.registered("there", avro("There", A));

        assertRefused(registry.send(method, path, ""), status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"schema\":5,", "{\"references\":{}}"})
    void aBodyThatCantBeReadIsRefused(String body) {
        assertRefused(registry.post("/subjects/body-value/versions", body), 400, 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 42201",
                "{\"schema\":\"\"} | 42201",
                "{\"schema\":\"{}\"} | 42201",
                "{\"schema\":\"\\\"int\\\"\",\"schemaType\":\"XML\"} | 42201",
                "{\"schema\":\"\\\"int\\\"\",\"ruleSet\":{\"domainRules\":[{\"name\":\"encrypt\"}]}} | 42210",
                "{\"schema\":\"\\\"int\\\"\",\"metadata\":{\"properties\":{\"owner\":7}}} | 42201",
                "{\"schema\":\"\\\"int\\\"\",\"metadata\":{\"tags\":{\"**.a\":\"PII\"}}} | 42201",
            })
    void aSchemaThatCantBeKeptIsRefused(String body, int code) {
        assertRefused(registry.post("/subjects/kept-value/versions", body), 422, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {":.ctx:s", "__GLOBAL", "%20"})
    void aSubjectThatIsNoneIsRefused(String subject) {
        assertRefused(registry.register(subject, avro(A)), 422, 42208);
    }

    @Test
    void boundsAreToldByTheirNames() {
        var large = avro("L", A.replace("'a'", "'" + "a".repeat(5_000) + "'"));
        var refused = registry.register("large-value", large);
        assertRefused(refused, 422, 42209);
        assertThat(refused.body()).contains("tidegate.registry.schema-size-max");

        read(registry.put("/config/many-value", "{\"compatibility\":\"NONE\"}"));
        for (int i = 0; i < 5; i++) {
            registry.registered("many-value", avro("Many" + i, A));
        }
        var many = registry.register("many-value", avro("Many5", A));
        assertRefused(many, 422, 42205);
        assertThat(many.body()).contains("tidegate.registry.versions-max");
    }

    @Test
    void subjectsAreBoundedHoweverTheyCome() {
        var own = registry.as("crowded", "mappings:write");
        for (int i = 0; i < 40; i++) {
            read(own.put("/config/s" + i, "{\"compatibility\":\"FULL\"}"));
        }

        assertThat(own.register("s0", avro(A)).statusCode()).isEqualTo(200);
        var put = own.put("/config/s40", "{\"compatibility\":\"FULL\"}");
        assertRefused(put, 422, 42205);
        assertThat(put.body()).contains("tidegate.registry.subjects-max");
        assertRefused(own.register("s40", avro(A)), 422, 42205);
    }

    @Test
    void whoHasNoTokenIsToldInTheSameWords() {
        var url = registry.served().url(Registry.ROOT + "/subjects");

        var without = registry.served().send(HttpRequest.newBuilder(url));
        assertRefused(without, 401, 401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        var bad =
                registry.served()
                        .send(HttpRequest.newBuilder(url).header("Authorization", "Bearer x"));
        assertRefused(bad, 401, 401);
    }

    @Test
    void plainJsonAndAnyParameterAreTakenToo() {
        var served = registry.served();
        var path =
                Registry.ROOT + "/subjects/plain2-value/versions?aNewParameter=1&normalize=false";
        var answer = served.post(registry.token(), path, avro("Plain2", A));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var asked =
                served.send(
                        served.request(registry.token(), Registry.ROOT + "/subjects")
                                .header("Accept", "application/json")
                                .GET());
        assertThat(asked.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        var wrong =
                served.send(
                        served.request(registry.token(), Registry.ROOT + "/config")
                                .header("Content-Type", "text/plain")
                                .PUT(BodyPublishers.ofString("{}")));
        assertRefused(wrong, 415, 415);
    }

    @Test
    void everyChangeLeavesItsRecord() {
        var own = registry.as("audited", "mappings:write");
        own.registered("s", avro(A));
        read(own.put("/config/s", "{\"compatibility\":\"NONE\"}"));
        read(own.delete("/subjects/s"));
        assertThat(own.register("s", "{}").statusCode()).isEqualTo(422);

        var records =
                registry.plant()
                        .database()
                        .readTenant(
                                new TenantId("audited"),
                                jdbc ->
                                        jdbc.sql(
                                                        "select action || ' ' || target from governance.audit order by id")
                                                .query(String.class)
                                                .list());
        assertThat(records)
                .containsExactly(
                        "schema.register s@1", "schema.compatibility s", "schema.delete s@1");
    }

    @Test
    void subjectsComeInPages() {
        var own = registry.as("pages", "mappings:write");
        for (var subject : new String[] {"b", "a", "c"}) {
            own.registered(subject, avro(A));
        }

        assertThat(read(own.get("/subjects?offset=1&limit=1")).toString()).isEqualTo("[\"b\"]");
        assertThat(read(own.get("/subjects")).toString()).isEqualTo("[\"a\",\"b\",\"c\"]");
        assertThat(read(own.get("/subjects?subjectPrefix=")).size()).isEqualTo(3);
    }
}
