package dev.tidegate.governance.registry;

import static dev.tidegate.governance.registry.Registry.avro;
import static dev.tidegate.governance.registry.Registry.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Many clients at a time, on a real database. */
class RegistryRaceTest {
    private static final int CLIENTS = 12;

    private static Registry registry;

    @BeforeAll
    static void serve() {
        registry = Registry.open(RegistryRaceTest.class, Map.of());
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    @RepeatedTest(5)
    void theSameSchemaOfManyClientsGetsOneIdAndOneVersion(RepetitionInfo repetition)
            throws Exception {
        var subject = "same-" + repetition.getCurrentRepetition();
        var schema = avro("Same" + repetition.getCurrentRepetition(), "");

        var ids = atOnce(client -> registry.registered(subject, schema));

        assertThat(ids).hasSize(CLIENTS);
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(read(registry.get("/subjects/" + subject + "/versions")).toString())
                .isEqualTo("[1]");
    }

    @RepeatedTest(5)
    void differentSchemasOfManyClientsGetAnIdAndAVersionEach(RepetitionInfo repetition)
            throws Exception {
        var name = "Each" + repetition.getCurrentRepetition();

        var ids =
                atOnce(
                        client ->
                                registry.registered(
                                        name,
                                        avro(
                                                name,
                                                "{'name':'f%d','type':'int','default':0}"
                                                        .formatted(client))));

        assertThat(ids.stream().distinct()).hasSize(CLIENTS);
        assertThat(read(registry.get("/subjects/" + name + "/versions"))).hasSize(CLIENTS);
    }

    /** None is compared with what another is about to register: the loser sees the winner's. */
    @Test
    void ofTwoThatExcludeEachOtherOneIsRefused() throws Exception {
        var statuses =
                atOnce(
                        client ->
                                registry.register(
                                                "excluding",
                                                avro(
                                                        "{'name':'f%d','type':'int'}"
                                                                .formatted(client)))
                                        .statusCode());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(CLIENTS - 1);
    }

    @Test
    void aSchemaThatIsReferredToMeanwhileIsNotDeleted() throws Exception {
        registry.registered("referred", avro("Referred", ""));
        var referring =
                Registry.body(
                        "{'type':'record','name':'Referring','fields':[{'name':'to','type':'Referred'}]}",
                        "AVRO",
                        ",'references':[{'name':'Referred','subject':'referred','version':1}]");

        var statuses =
                atOnce(
                        client ->
                                client % 2 == 0
                                        ? registry.register("referring", referring).statusCode()
                                        : registry.delete("/subjects/referred").statusCode());

        boolean kept = statuses.get(0) == 200;
        assertThat(registry.get("/subjects/referred/versions").statusCode())
                .isEqualTo(kept ? 200 : 404);
        assertThat(registry.get("/subjects/referring/versions").statusCode())
                .isEqualTo(kept ? 200 : 404);
    }

    private static List<Integer> atOnce(IntFunction<Integer> act) throws Exception {
        var go = new CountDownLatch(1);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var acts = new ArrayList<Future<Integer>>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                acts.add(
                        clients.submit(
                                () -> {
                                    go.await();
                                    return act.apply(client);
                                }));
            }
            go.countDown();
            var answers = new ArrayList<Integer>();
            for (var one : acts) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
