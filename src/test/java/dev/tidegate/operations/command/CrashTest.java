package dev.tidegate.operations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tidegate.contract.FrontDoor;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.operations.Shop;
import dev.tidegate.operations.journal.Applier;
import dev.tidegate.operations.orders.OrderDeskProbe;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.testing.Served;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process dies, or the database is lost, after a command is in the log and before its commit.
 */
class CrashTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Caller CALLER = new Caller(ACME, "acme-all", Set.of());

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open(CrashTest.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    /** Tools whose door takes the bytes and then breaks. */
    private static CommandTools broken() {
        FrontDoor door = shop.served().bean(FrontDoor.class);
        FrontDoor breaking =
                (tenant, source, contentType, messageId, principal, bytes) -> {
                    door.append(tenant, source, contentType, messageId, principal, bytes);
                    throw new IllegalStateException("died after the append");
                };
        return CommandTools.of(
                new CommandSettings(4, 16, 100, Duration.ofSeconds(5), Duration.ofDays(1)),
                shop.served().bean(Database.class),
                breaking,
                shop.served().bean(Interpreter.class),
                new Applier(Clock.systemUTC()),
                shop.served().bean(AuditTrail.class),
                shop.served().bean(Receipts.class),
                shop.served().bean(JsonMapper.class),
                Clock.systemUTC(),
                UUID::randomUUID);
    }

    @Test
    void whatIsInTheLogTakesEffectAndTheRetryFindsIt() {
        var probe = new OrderDeskProbe(broken(), shop.served());
        var body = probe.body("");

        assertThatThrownBy(() -> probe.create(CALLER, "crashed-key", body))
                .hasMessageContaining("died after the append");
        var number = probe.number(CALLER, "crashed-key", body);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !shop.read("/v1/orders?number=" + number).get("items").isEmpty());
        var retry = shop.post("/v1/orders", "crashed-key", probe.json(""));

        assertThat(retry.statusCode()).as(retry.body()).isEqualTo(201);
        assertThat(Served.json(retry).get("number").asString()).isEqualTo(number);
        assertThat(shop.read("/v1/orders?number=" + number).get("items")).hasSize(1);
        assertThat(shop.read("/v1/dead-letters?state=any").get("items")).isEmpty();
    }
}
