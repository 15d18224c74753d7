package dev.tidegate.governance.registry;

import static dev.tidegate.governance.registry.Registry.assertRefused;
import static dev.tidegate.governance.registry.Registry.body;
import static dev.tidegate.governance.registry.Registry.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Metadata and rules go with a schema as in Confluent's registry: kept, told, part of what it is.
 */
class RegistryMetadataTest {
    private static final String TEXT =
            "{'type':'record','name':'M','fields':[{'name':'a','type':'string'}]}";
    private static final String METADATA =
            ",'metadata':{'properties':{'owner':'logistics','b':'1'},'tags':{'**.a':['PII']},'sensitive':['owner']}";
    private static final String RULES =
            ",'ruleSet':{'domainRules':[{'name':'checkA','kind':'CONDITION','mode':'WRITE','type':'CEL',"
                    + "'tags':['PII'],'params':{'x':'y'},'expr':'size(message.a) < 9','onFailure':'ERROR'}]}";

    private static Registry registry;

    @BeforeAll
    static void serve() {
        registry = Registry.open(RegistryMetadataTest.class, Map.of());
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    @Test
    void whatWasRegisteredIsReadBack() {
        int id = registry.registered("back-value", told(METADATA + RULES));

        for (String path : new String[] {"/subjects/back-value/versions/1", "/schemas/ids/" + id}) {
            var kept = read(registry.get(path));
            assertThat(kept.at("/metadata/properties/owner").asString()).isEqualTo("logistics");
            assertThat(kept.at("/metadata/tags").toString()).isEqualTo("{\"**.a\":[\"PII\"]}");
            assertThat(kept.at("/metadata/sensitive/0").asString()).isEqualTo("owner");
            assertThat(kept.at("/ruleSet/domainRules/0/name").asString()).isEqualTo("checkA");
            assertThat(kept.at("/ruleSet/domainRules/0/expr").asString())
                    .isEqualTo("size(message.a) < 9");
            assertThat(kept.at("/ruleSet/domainRules/0/params/x").asString()).isEqualTo("y");
        }
    }

    @Test
    void theyArePartOfWhatASchemaIs() {
        int bare = registry.registered("bare-value", told(""));
        int owned = registry.registered("owned-value", told(METADATA));
        int ruled = registry.registered("ruled-value", told(RULES));

        assertThat(owned).isNotIn(bare, ruled);
        assertThat(
                        registry.registered(
                                "again-value",
                                told(
                                        ",'metadata':{'sensitive':['owner'],'tags':{'**.a':['PII']},'properties':{'b':'1','owner':'logistics'}}")))
                .as("whatever the order of names")
                .isEqualTo(owned);
    }

    @Test
    void whatIsNotToldStaysAsItIsInTheSubject() {
        int id = registry.registered("stays-value", told(METADATA));

        assertThat(registry.registered("stays-value", told(""))).isEqualTo(id);
        assertThat(read(registry.post("/subjects/stays-value", told(""))).path("id").asInt())
                .isEqualTo(id);
        registry.registered("stays-value", told(RULES));
        var second = read(registry.get("/subjects/stays-value/versions/2"));
        assertThat(second.at("/metadata/properties/owner").asString()).isEqualTo("logistics");
        assertThat(second.at("/ruleSet/domainRules").size()).isEqualTo(1);
        assertRefused(
                registry.post(
                        "/subjects/stays-value", told(",'metadata':{'properties':{'owner':'x'}}")),
                404,
                40403);
    }

    @Test
    void aFaultIsToldAtItsPlace() {
        var rule =
                registry.register(
                        "fault-value",
                        told(
                                ",'ruleSet':{'domainRules':[{'name':'n','type':'CEL','mode':'SOMETIMES'}]}"));
        assertRefused(rule, 422, 42210);
        assertThat(rule.body()).contains("/ruleSet/domainRules/0/mode");
        var tags = registry.register("fault-value", told(",'metadata':{'tags':{'**.a':[1]}}"));
        assertRefused(tags, 422, 42201);
        assertThat(tags.body()).contains("/metadata/tags/**.a/0");
    }

    @Test
    void schemasOfAllSubjectsAreListed() {
        registry.registered("listed-a", told(""));
        registry.registered("listed-a", told(METADATA));
        registry.registered("listed-b", told(""));

        assertThat(subjects("/schemas?subjectPrefix=listed-"))
                .isEqualTo("listed-a@1 listed-a@2 listed-b@1 ");
        assertThat(subjects("/schemas?subjectPrefix=listed-&latestOnly=true"))
                .isEqualTo("listed-a@2 listed-b@1 ");
        assertThat(subjects("/schemas?subjectPrefix=listed-&offset=1&limit=1"))
                .isEqualTo("listed-a@2 ");
        read(registry.delete("/subjects/listed-b"));
        assertThat(subjects("/schemas?subjectPrefix=listed-b")).isEmpty();
        assertThat(subjects("/schemas?subjectPrefix=listed-b&deleted=true"))
                .isEqualTo("listed-b@1 ");
        assertThat(
                        read(registry.as("globex", "mappings:read")
                                        .get("/schemas?subjectPrefix=listed-"))
                                .size())
                .isZero();
    }

    private static String subjects(String path) {
        var told = new StringBuilder();
        read(registry.get(path))
                .forEach(
                        one ->
                                told.append(one.path("subject").asString())
                                        .append('@')
                                        .append(one.path("version").asInt())
                                        .append(' '));
        return told.toString();
    }

    private static String told(String more) {
        return body(TEXT, "AVRO", more);
    }
}
