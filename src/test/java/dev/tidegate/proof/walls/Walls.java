package dev.tidegate.proof.walls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.proof.tampering.SqlWrong;
import dev.tidegate.proof.tampering.Tampering;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The matrix, generated from the running program's own handlers: what a stranger tries at the API
 * and at the console, and that nothing came of it. An endpoint that no rule covers fails it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Walls implements ApiWalls, ConsoleWalls {
    private static final int LATE = Integer.MAX_VALUE - 1;
    private static final Set<String> MAKES =
            Set.of(
                    "/v1/orders",
                    "/v1/inventory/adjustments",
                    "/v1/inventory/transfers",
                    "/v1/inventory/counts");

    private final boolean blind;
    private Stage stage;
    private String victimsState;

    /**
     * @param blind whether the program's own predicates on the tenant are made always true
     */
    Walls(boolean blind) {
        this.blind = blind;
    }

    @BeforeAll
    void settle() {
        stage = new Stage(getClass(), settings());
        victimsOwnCommands().forEach(this::victimMay);
        victimsState = stage.victimsState();
        if (blind) {
            Tampering.begin(SqlWrong.BLIND_PREDICATES);
        }
    }

    private Map<String, String> settings() {
        return Map.of("tidegate.demo.enabled", "false", Tampering.PROPERTY, blind ? "on" : "off");
    }

    @AfterAll
    void close() {
        Tampering.end();
        stage.close();
    }

    @Override
    public Stage stage() {
        return stage;
    }

    /** Those that make something, under keys that the stranger will use as well. */
    private Stream<Endpoint> victimsOwnCommands() {
        return commands().filter(endpoint -> MAKES.contains(endpoint.pattern()));
    }

    /**
     * What must come in its turn: a version is published when no golden case stands in its way, a
     * draft is let go of after it was changed, a review forbids to publish at once, and what is
     * deleted can't be found and compared any more.
     */
    private static int turn(Endpoint command) {
        boolean deletes = command.method().equals("DELETE");
        if (command.pattern().contains("/cases/")) {
            return deletes ? -1 : -2;
        }
        if (command.pattern().endsWith("/publish")
                || deletes && command.pattern().endsWith("{draft}")) {
            return 1;
        }
        if (command.pattern().endsWith("/review")) {
            return 2;
        }
        return deletes && command.pattern().startsWith("/v1/schema-registry/") ? 3 : 0;
    }

    private void victimMay(Endpoint command) {
        var answer = stage.ask(command, stage.victimsToken(), true);
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private Stream<Endpoint> commands() {
        return stage.ofApi().filter(endpoint -> !endpoint.method().equals("GET"));
    }

    /** After everything that a stranger tried. */
    @Test
    @Order(LATE)
    void nothingOfTheVictimsChanged() {
        stage.ofApi().forEach(endpoint -> stage.ask(endpoint, stage.strangersToken(), true));

        assertThat(stage.victimsState()).isEqualTo(victimsState);
    }

    /** Otherwise the stranger may have been refused for a request that nobody may make. */
    @TestFactory
    @Order(LATE + 1)
    Stream<DynamicTest> theVictimItselfMayDoAllThis() {
        return commands()
                .sorted(Comparator.comparing(Walls::turn))
                .map(endpoint -> endpoint.fact(() -> victimMay(endpoint)));
    }
}
