package dev.tidegate.governance.registry;

import static dev.tidegate.governance.registry.Registry.assertRefused;
import static dev.tidegate.governance.registry.Registry.body;
import static dev.tidegate.governance.registry.Registry.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where a contract asks for it, each field says its unit, code list and classification. */
class SemanticsTest {
    private static final String BARE =
            "{'type':'record','name':'S','fields':[{'name':'weight','type':'double'},"
                    + "{'name':'state','type':{'type':'enum','name':'E','symbols':['A']}},"
                    + "{'name':'lines','type':{'type':'array','items':{'type':'record','name':'L','fields':["
                    + "{'name':'note','type':['null','string']}]}}}]}";

    private static Registry registry;

    @BeforeAll
    static void serve() {
        registry = Registry.open(SemanticsTest.class, Map.of());
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    @Test
    void aFieldThatDoesNotTellWhatItMeansIsRefusedByItsPlace() {
        require("avro-value");
        var refused = registry.register("avro-value", body(BARE, "AVRO", ""));

        assertRefused(refused, 422, 42201);
        assertThat(refused.body())
                .contains("/weight lacks unit and classification")
                .contains("/state lacks code list and classification")
                .contains("/lines/note lacks classification")
                .doesNotContain("/lines lacks");
    }

    @Test
    void aSchemaThatTellsItIsTaken() {
        require("told-value");
        String told =
                BARE.replace("'type':'double'", "'type':'double','unit':'KGM'")
                        .replace(
                                "'name':'state',",
                                "'name':'state','codeList':'own','classification':'internal',")
                        .replace("'name':'note',", "'name':'note','confluent:tags':['PII'],");
        String tagged = ",'metadata':{'tags':{'**.weight':['PUBLIC']}}";

        assertRefused(registry.register("told-value", body(told, "AVRO", "")), 422, 42201);
        registry.registered("told-value", body(told, "AVRO", tagged));
    }

    @Test
    void jsonSchemaAndProtobufTellItInTheirWays() {
        require("json-value");
        var json =
                "{'type':'object','properties':{'weight':{'type':'number'%s},'state':{'enum':['A']%s}}}";
        var refused = registry.register("json-value", body(json.formatted("", ""), "JSON", ""));
        assertRefused(refused, 422, 42201);
        assertThat(refused.body())
                .contains("/properties/weight lacks unit and classification")
                .contains("/properties/state lacks code list and classification");
        registry.registered(
                "json-value",
                body(
                        json.formatted(
                                ",'x-unit':'KGM','x-classification':'internal'",
                                ",'x-code-list':'own','confluent:tags':['PII']"),
                        "JSON",
                        ""));

        require("proto-value");
        var proto = "syntax = 'proto3'; message M { double weight = 1%s; }";
        var bare = registry.register("proto-value", body(proto.formatted(""), "PROTOBUF", ""));
        assertRefused(bare, 422, 42201);
        assertThat(bare.body()).contains("/M/weight lacks unit and classification");
        registry.registered(
                "proto-value",
                body(
                        proto.formatted(
                                " [(tidegate.unit) = 'KGM', (tidegate.classification) = 'internal']"),
                        "PROTOBUF",
                        ""));
    }

    @Test
    void theRegistryAsksForItWhereASubjectSaysNothing() {
        var globex = registry.as("globex", "mappings:write");
        read(globex.put("/config", "{\"requireSemantics\":true}"));
        assertThat(read(globex.get("/config")).toString())
                .isEqualTo("{\"compatibilityLevel\":\"BACKWARD\",\"requireSemantics\":true}");
        assertRefused(globex.register("any-value", body(BARE, "AVRO", "")), 422, 42201);

        read(globex.put("/config/free-value", "{\"requireSemantics\":false}"));
        globex.registered("free-value", body(BARE, "AVRO", ""));
        registry.registered("others-value", body(BARE, "AVRO", ""));
    }

    private static void require(String subject) {
        read(
                registry.put(
                        "/config/" + subject,
                        "{\"compatibility\":\"BACKWARD\",\"requireSemantics\":true}"));
    }
}
