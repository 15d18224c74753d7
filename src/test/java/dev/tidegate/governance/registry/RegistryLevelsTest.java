package dev.tidegate.governance.registry;

import static dev.tidegate.governance.registry.Registry.assertRefused;
import static dev.tidegate.governance.registry.Registry.avro;
import static dev.tidegate.governance.registry.Registry.json;
import static dev.tidegate.governance.registry.Registry.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each level lets through, and that the transitive ones look at every version. */
class RegistryLevelsTest {
    /** What is done to a subject; in Avro and in JSON Schema it comes to the same. */
    private static final Map<String, List<String>> AVRO =
            Map.of(
                    "with b", List.of(avro(a()), avro(a() + b())),
                    "without b", List.of(avro(a() + b()), avro(a())),
                    "a new must", List.of(avro(a()), avro(a() + must())),
                    "a must gone", List.of(avro(a() + must()), avro(a())),
                    // c comes back as something else: the version before the last has it otherwise
                    "c comes back",
                            List.of(avro(a() + c("int")), avro(a()), avro(a() + c("string"))));

    private static final Map<String, List<String>> JSON =
            Map.of(
                    "with b", List.of(closed("'a':{}", ""), closed("'a':{},'b':{'default':0}", "")),
                    "without b",
                            List.of(closed("'a':{},'b':{'default':0}", ""), closed("'a':{}", "")),
                    "a new must", List.of(closed("'a':{}", ""), closed("'a':{}", "'a'")),
                    "a must gone", List.of(closed("'a':{}", "'a'"), closed("'a':{}", "")));

    private static Registry registry;
    private static int subjects;

    @BeforeAll
    static void serve() {
        registry = Registry.open(RegistryLevelsTest.class, Map.of());
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    private static String a() {
        return "{'name':'a','type':'int'}";
    }

    private static String b() {
        return ",{'name':'b','type':'int','default':0}";
    }

    private static String must() {
        return ",{'name':'m','type':'int'}";
    }

    private static String c(String type) {
        var otherwise = type.equals("int") ? "0" : "''";
        return ",{'name':'c','type':'%s','default':%s}".formatted(type, otherwise);
    }

    private static String closed(String properties, String required) {
        return json(
                "{'type':'object','properties':{%s},'required':[%s],'additionalProperties':false}"
                        .formatted(properties, required));
    }

    /** In Avro a default lets a field come and go; what must be there does neither freely. */
    @ParameterizedTest
    @CsvSource({
        "NONE, with b, true",
        "NONE, a new must, true",
        "BACKWARD, with b, true",
        "BACKWARD, without b, true",
        "BACKWARD, a must gone, true",
        "BACKWARD, a new must, false",
        "FORWARD, with b, true",
        "FORWARD, a new must, true",
        "FORWARD, a must gone, false",
        "FULL, with b, true",
        "FULL, without b, true",
        "FULL, a new must, false",
        "FULL, a must gone, false",
        "BACKWARD, c comes back, true",
        "BACKWARD_TRANSITIVE, c comes back, false",
        "FORWARD, c comes back, true",
        "FORWARD_TRANSITIVE, c comes back, false",
        "FULL, c comes back, true",
        "FULL_TRANSITIVE, c comes back, false",
        "BACKWARD_TRANSITIVE, with b, true",
        "FORWARD_TRANSITIVE, a new must, true",
        "FULL_TRANSITIVE, without b, true",
    })
    void inAvro(String level, String change, boolean taken) {
        assertTaken(level, AVRO.get(change), taken);
    }

    /** A closed schema doesn't take what it doesn't name, so that b can't go. */
    @ParameterizedTest
    @CsvSource({
        "NONE, without b, true",
        "BACKWARD, with b, true",
        "BACKWARD, without b, false",
        "BACKWARD, a must gone, true",
        "BACKWARD, a new must, false",
        "FORWARD, with b, false",
        "FORWARD, without b, true",
        "FORWARD, a new must, true",
        "FORWARD, a must gone, false",
        "FULL, with b, false",
        "FULL, without b, false",
        "FULL, a new must, false",
    })
    void inJsonSchema(String level, String change, boolean taken) {
        assertTaken(level, JSON.get(change), taken);
    }

    /** The last is met, the first is not: the first is for texts, the last two for lists. */
    @ParameterizedTest
    @CsvSource({
        "BACKWARD, true",
        "BACKWARD_TRANSITIVE, false",
        "FORWARD, true",
        "FORWARD_TRANSITIVE, false",
        "FULL, true",
        "FULL_TRANSITIVE, false",
    })
    void inJsonSchemaOverThreeVersions(String level, boolean taken) {
        var list = "{'type':'array','title':'%s'}";

        assertTaken(
                level,
                List.of(
                        json("{'type':'string'}"),
                        json(list.formatted("last")),
                        json(list.formatted("new"))),
                taken);
    }

    private static void assertTaken(String level, List<String> versions, boolean taken) {
        var subject = "level-" + subjects++;
        read(registry.put("/config/" + subject, "{\"compatibility\":\"NONE\"}"));
        versions.subList(0, versions.size() - 1)
                .forEach(version -> registry.registered(subject, version));
        read(registry.put("/config/" + subject, "{\"compatibility\":\"" + level + "\"}"));
        var asked =
                registry.post(
                        "/compatibility/subjects/" + subject + "/versions", versions.getLast());

        assertThat(read(asked).get("is_compatible").asBoolean()).isEqualTo(taken);
        assertAnswer(registry.register(subject, versions.getLast()), taken);
    }

    private static void assertAnswer(HttpResponse<String> answer, boolean taken) {
        if (taken) {
            read(answer);
        } else {
            assertRefused(answer, 409, 409);
        }
    }
}
