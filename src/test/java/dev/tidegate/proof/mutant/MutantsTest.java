package dev.tidegate.proof.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.platform.web.Scopes;
import dev.tidegate.proof.check.Finding;
import dev.tidegate.proof.check.Ground;
import dev.tidegate.proof.check.Verdict;
import dev.tidegate.proof.outside.Door;
import dev.tidegate.proof.outside.Historian;
import dev.tidegate.proof.outside.History;
import dev.tidegate.proof.outside.Partner;
import dev.tidegate.proof.tampering.Tampering;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One server; each bug is planted for a tenant of its own and taken out again. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MutantsTest {
    private static final int ROUNDS = 8;
    private static final int MESSAGES_A_ROUND = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;
    private static Plant plant;
    private static Served served;

    @BeforeAll
    static void serve() {
        plant = Plant.open(MutantsTest.class);
        served =
                Served.on(
                        plant,
                        EnumSet.allOf(Role.class),
                        Map.of("tidegate.demo.enabled", "false", Tampering.PROPERTY, "on"));
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @AfterEach
    void takeOut() {
        Mutant.end(plant.owner());
    }

    @Test
    @Order(1)
    void theProgramAsItIsBreaksNoPromise() throws Exception {
        assertThat(run("healthy", null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Order(2)
    void aBugIsCaughtAndNamed(Mutant mutant) throws Exception {
        var tenant = "m-" + mutant.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(run(tenant, mutant))
                .extracting(Finding::kind)
                .as("what the checker says of %s", mutant)
                .contains(mutant.expected);
    }

    private List<Finding> run(String tenant, @org.jspecify.annotations.Nullable Mutant mutant)
            throws Exception {
        var client = served.client(tenant, tenant, Scopes.OF_A_TENANT.toArray(String[]::new));
        var door = Door.of(served.url("").toString(), client.id(), client.secret());
        door.makeSource(Partner.SOURCE, "json");
        if (mutant != null) {
            mutant.plant(plant.owner(), tenant);
        }
        var file = folder.resolve("history.jsonl");
        try (var historian = new Historian(file)) {
            var partner = new Partner(tenant, door, 1, 0, historian);
            for (int i = 0; i < ROUNDS; i++) {
                partner.send(MESSAGES_A_ROUND);
                if (mutant != null) {
                    mutant.meanwhile(plant.owner());
                }
            }
        }
        var ground =
                new Ground(
                        plant.logSettings().bootstrapServers(),
                        plant.logSettings().topicPrefix(),
                        tenants -> plant.ownerOf(tenants),
                        Map.of(tenant, door));
        var verdict = new Verdict(ground, Partner.SOURCE);
        boolean quiet = verdict.isQuietWithin(PATIENCE);
        assertThat(quiet || mutant != null).as("comes to rest").isTrue();
        if (mutant != null) {
            mutant.sabotage(plant.ownerOf(List.of(tenant)), tenant);
        }
        return verdict.of(History.read(file));
    }
}
