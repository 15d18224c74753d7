package dev.tidegate.operations.journal;

import static dev.tidegate.contract.Fate.APPLIED;
import static dev.tidegate.contract.Fate.DEAD;
import static dev.tidegate.contract.Fate.DUPLICATE;
import static dev.tidegate.contract.Fate.PARKED;
import static dev.tidegate.contract.Fate.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.operations.Book;
import dev.tidegate.operations.Events;
import dev.tidegate.operations.Events.Line;
import dev.tidegate.testing.Plant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplierTest {
    private static Plant plant;
    private Book book;
    private Events events;

    @BeforeAll
    static void open() {
        plant = Plant.open(ApplierTest.class);
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @BeforeEach
    void anotherTenant() {
        book = Book.fresh(plant);
        events = book.events();
    }

    @Test
    void keepsAMovementOnceHoweverOftenItArrives() {
        var receipt = events.receipt("M1", "bolt", "DC1", "12");
        var resent = events.resent(receipt);

        assertThat(book.apply(receipt, receipt, resent))
                .containsExactly(APPLIED, APPLIED, DUPLICATE);
        assertThat(book.apply(receipt, resent)).containsExactly(APPLIED, DUPLICATE);
        assertThat(book.apply(java.util.List.of(receipt)).getFirst().known()).isTrue();
        assertThat(book.balance("bolt", "DC1").onHand()).isEqualTo("12");
        assertThat(book.count("stock_ledger")).isEqualTo(1);
    }

    @Test
    void aResentKeyWithOtherContentIsAConflict() {
        assertThat(book.apply(events.receipt("M1", "bolt", "DC1", "12"))).containsExactly(APPLIED);

        var outcome =
                book.apply(java.util.List.of(events.receipt("M1", "bolt", "DC1", "13"))).getFirst();

        assertThat(outcome.fate()).isEqualTo(PARKED);
        assertThat(outcome.failure()).map(Failure::code).contains("dedupe_conflict");
        assertThat(book.balance("bolt", "DC1").onHand()).isEqualTo("12");
        assertThat(book.count("dead_letter where state = 'open' and code = 'dedupe_conflict'"))
                .isEqualTo(1);
        assertThat(book.apply(events.receipt("M2", "bolt", "DC1", "1")))
                .as("a conflict holds up nobody")
                .containsExactly(APPLIED);
    }

    @Test
    void aStaleVersionNeverOverwritesANewer() {
        var second = events.order("O1", 2, "open", Line.of("bolt", "DC1", "7"));
        var first = events.order("O1", 1, "open", Line.of("bolt", "DC1", "5"));
        var third = events.order("O1", 3, "open", Line.of("nut", "DC1", "2"));

        assertThat(book.apply(second)).containsExactly(APPLIED);
        assertThat(book.apply(first)).containsExactly(STALE);
        assertThat(book.due("O1", "bolt")).isEqualTo("7");
        assertThat(book.apply(third)).containsExactly(APPLIED);
        assertThat(book.due("O1", "bolt")).as("no longer in the order").isEqualTo("0");
        assertThat(book.count("order_item")).isEqualTo(1);
        assertThat(book.count("stock where item = 'bolt'")).as("nothing speaks of it").isZero();
    }

    @Test
    void versionsInOneBatchMeetTheFatesTheyWouldHaveMetOneByOne() {
        book.apply(events.order("O1", 2, "open", Line.of("bolt", "DC1", "1")));

        assertThat(
                        book.apply(
                                events.order("O1", 1, "open", Line.of("bolt", "DC1", "2")),
                                events.order("O1", 3, "open", Line.of("bolt", "DC1", "3")),
                                events.order("O1", 5, "open", Line.of("bolt", "DC1", "5")),
                                events.order("O1", 4, "open", Line.of("bolt", "DC1", "4"))))
                .containsExactly(STALE, APPLIED, APPLIED, STALE);
        assertThat(book.due("O1", "bolt")).isEqualTo("5");
    }

    @Test
    void anOrderAndItsShipmentAgreeInEitherOrder() {
        var orderFirst = Book.fresh(plant);
        var shipmentFirst = Book.fresh(plant);
        for (var ground : java.util.List.of(orderFirst, shipmentFirst)) {
            var told = ground.events();
            ground.apply(told.receipt("M1", "bolt", "DC1", "100"));
            var order = told.order("O1", 1, "open", Line.of("bolt", "DC1", "10"));
            var shipment =
                    told.shipment(
                            "outbound", "S1", 1, "shipped", "", Line.serving("O1", "bolt", "4"));
            if (ground == orderFirst) {
                ground.apply(order);
                ground.apply(shipment);
            } else {
                ground.apply(shipment);
                ground.apply(order);
            }
            assertThat(ground.due("O1", "bolt")).isEqualTo("6");
            assertThat(ground.balance("bolt", "DC1"))
                    .isEqualTo(new Book.Balance("100", "6", "94", "0", "0"));
        }
    }

    @Test
    void anOrderOfOneItemAtTwoLocationsIsFulfilledInTheirOrder() {
        book.apply(
                events.receipt("M1", "bolt", "EAST", "50"),
                events.receipt("M2", "bolt", "WEST", "50"),
                events.order(
                        "O1",
                        1,
                        "open",
                        Line.of("bolt", "WEST", "5"),
                        Line.of("bolt", "EAST", "3"),
                        Line.of("bolt", "WEST", "1")));
        assertThat(book.balance("bolt", "EAST").reserved()).isEqualTo("3");
        assertThat(book.balance("bolt", "WEST").reserved()).isEqualTo("6");

        book.apply(
                events.movement(
                        "M3",
                        "issue",
                        "bolt",
                        "EAST",
                        "4",
                        Events.NOON,
                        Map.of("order_number", "O1")));

        assertThat(book.balance("bolt", "EAST").reserved()).isEqualTo("0");
        assertThat(book.balance("bolt", "WEST").reserved()).isEqualTo("5");
    }

    @Test
    void whatAnInboundShipmentCarriesIsInTransitUntilItsReceipts() {
        var carried = Line.of("bolt", "", "10");
        book.apply(events.shipment("inbound", "S1", 1, "planned", "DC1", carried));
        assertThat(book.balance("bolt", "DC1").inTransit()).isEqualTo("0");
        book.apply(events.shipment("inbound", "S1", 2, "shipped", "DC1", carried));
        assertThat(book.balance("bolt", "DC1").inTransit()).isEqualTo("10");

        book.apply(
                events.movement(
                        "M1",
                        "receipt",
                        "bolt",
                        "DC1",
                        "4",
                        Events.NOON,
                        Map.of("shipment", "S1")));
        assertThat(book.balance("bolt", "DC1"))
                .isEqualTo(new Book.Balance("4", "0", "4", "6", "0"));

        book.apply(events.shipment("inbound", "S1", 3, "shipped", "DC2", carried));
        assertThat(book.balance("bolt", "DC1").inTransit()).isEqualTo("0");
        assertThat(book.balance("bolt", "DC2").inTransit()).isEqualTo("6");
    }

    @Test
    void aCountStandsHoweverLateTheMovementsBeforeItAreTold() {
        var at = Events.NOON;
        book.apply(events.movement("M1", "receipt", "bolt", "DC1", "10", at, Map.of()));
        book.apply(events.count("C1", "bolt", "DC1", "8", at.plusSeconds(60)));
        assertThat(book.balance("bolt", "DC1").onHand()).isEqualTo("8");

        book.apply(
                events.movement("M2", "issue", "bolt", "DC1", "3", at.plusSeconds(30), Map.of()));
        assertThat(book.balance("bolt", "DC1").onHand()).as("told late").isEqualTo("8");
        book.apply(
                events.movement("M3", "issue", "bolt", "DC1", "3", at.plusSeconds(90), Map.of()));
        assertThat(book.balance("bolt", "DC1").onHand()).isEqualTo("5");

        assertThat(book.apply(events.count("C0", "bolt", "DC1", "99", at.plusSeconds(10))))
                .containsExactly(STALE);
        book.apply(events.count("C2", "bolt", "DC1", "7", at.plusSeconds(80)));
        assertThat(book.balance("bolt", "DC1").onHand()).as("7, and 3 went since").isEqualTo("4");
    }

    @Test
    void whatTheBooksCannotExplainIsShownAsShortage() {
        book.apply(events.movement("M1", "issue", "bolt", "DC1", "3", Events.NOON, Map.of()));

        assertThat(book.balance("bolt", "DC1"))
                .isEqualTo(new Book.Balance("0", "0", "0", "0", "3"));
    }

    @Test
    void aMilestoneMayComeBeforeItsShipment() {
        book.apply(events.milestone("S1", "departed", Events.NOON, "left"));
        assertThat(book.count("shipment where version = -1")).isEqualTo(1);

        assertThat(
                        book.apply(
                                events.shipment(
                                        "inbound",
                                        "S1",
                                        0,
                                        "shipped",
                                        "DC1",
                                        Line.of("a", "", "1"))))
                .containsExactly(APPLIED);
        assertThat(book.count("shipment where version = 0")).isEqualTo(1);
        assertThat(book.count("shipment_milestone")).isEqualTo(1);
    }

    @Test
    void aDeadLetterIsKeptOnceAndResolvedByItsReprocessing() {
        var dead = events.dead("row:7", "not_a_number");
        assertThat(book.apply(dead, events.resent(dead))).containsExactly(DEAD, DUPLICATE);
        assertThat(book.count("dead_letter where state = 'open'")).isEqualTo(1);

        var mended = Events.again(dead, 1, events.receipt("M1", "bolt", "DC1", "2"));
        var outcome = book.apply(java.util.List.of(mended)).getFirst();

        assertThat(outcome.fate()).isEqualTo(APPLIED);
        assertThat(outcome.before()).contains(DEAD);
        assertThat(book.count("dead_letter where state = 'resolved'")).isEqualTo(1);
        assertThat(book.balance("bolt", "DC1").onHand()).isEqualTo("2");
        assertThat(book.apply(java.util.List.of(mended)).getFirst().known()).isTrue();
    }

    @Test
    void aFateThatIsFinalIsNotReprocessed() {
        var receipt = events.receipt("M1", "bolt", "DC1", "2");
        book.apply(receipt);

        var other = Events.again(receipt, 1, events.receipt("M9", "bolt", "DC1", "5"));

        assertThat(book.apply(java.util.List.of(other)).getFirst().known()).isTrue();
        assertThat(book.balance("bolt", "DC1").onHand()).isEqualTo("2");
    }

    @Test
    void textThatPostgresCannotHoldIsKeptWithAMark() {
        assertThat(book.apply(events.receipt("M1", "bo\0lt", "DC1", "2"))).containsExactly(APPLIED);
        assertThat(
                        book.apply(
                                events.order("O\0", 1, "open", Line.of("bo\0lt", "DC1", "1")),
                                events.order("O\0", 2, "open", Line.of("bo\0lt", "DC1", "1"))))
                .containsExactly(APPLIED, APPLIED);
        assertThat(book.balance("bo\uFFFDlt", "DC1").onHand()).isEqualTo("2");
    }
}
