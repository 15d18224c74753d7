package dev.tidegate.operations.journal;

import static dev.tidegate.contract.Fate.APPLIED;
import static dev.tidegate.contract.Fate.PARKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.Book;
import dev.tidegate.operations.Events;
import dev.tidegate.operations.Events.Line;
import dev.tidegate.testing.Plant;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static Plant plant;
    private Book book;
    private Events events;
    private CanonicalEvent bad;
    private CanonicalEvent second;
    private CanonicalEvent third;

    @BeforeAll
    static void open() {
        plant = Plant.open(LinesTest.class);
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @BeforeEach
    void aParkedOrderWithTwoBehindIt() {
        book = Book.fresh(plant);
        events = book.events();
        bad = order(1, "-1");
        second = order(2, "2");
        third = order(3, "3");
        assertThat(book.apply(bad, second)).containsExactly(PARKED, PARKED);
        assertThat(book.apply(third)).containsExactly(PARKED);
    }

    @Test
    void laterEventsWaitBehindAParkedOne() {
        assertThat(book.count("dead_letter where code = 'waits_behind'")).isEqualTo(2);
        assertThat(book.count("orders")).isZero();
        assertThat(book.apply(events.order("other", 1, "open", Line.of("bolt", "DC1", "1"))))
                .as("other keys flow")
                .containsExactly(APPLIED);
    }

    @Test
    void theyFollowWhenItIsReprocessed() {
        assertThat(book.apply(mended())).containsExactly(APPLIED);
        assertThat(waiting("reprocessing")).as("asked for").isEqualTo(2);
        assertThat(book.apply(order(4, "4"))).as("nobody overtakes").containsExactly(PARKED);

        var outcomes =
                book.apply(List.of(Events.again(second, 1, second), Events.again(third, 1, third)));

        assertThat(outcomes).extracting(Outcome::fate).containsExactly(APPLIED, APPLIED);
        assertThat(book.due("O1", "bolt")).isEqualTo("3");
        assertThat(waiting("reprocessing")).as("the one that came meanwhile").isEqualTo(1);
    }

    @Test
    void oneBatchMayBringTheWholeLine() {
        var fresh = order(4, "4");

        assertThat(
                        book.apply(
                                mended(),
                                Events.again(second, 1, second),
                                Events.again(third, 1, third),
                                fresh))
                .containsExactly(APPLIED, APPLIED, APPLIED, APPLIED);
        assertThat(book.count("dead_letter where state = 'open'")).isZero();
    }

    @Test
    void whoComesOutOfTurnWaitsOn() {
        assertThat(book.apply(Events.again(third, 1, third))).containsExactly(PARKED);
        assertThat(book.apply(third)).as("a redelivery changes nothing").containsExactly(PARKED);
        assertThat(book.count("dead_letter where attempt = 1 and state = 'open'")).isEqualTo(1);
    }

    @Test
    void theyFollowWhenItIsDiscarded() {
        var discarded =
                plant.database()
                        .inTenant(
                                book.tenant(),
                                jdbc ->
                                        new Reprocessing(CLOCK)
                                                .discard(jdbc, book.tenant(), List.of(head())));

        assertThat(discarded).isEqualTo(1);
        assertThat(waiting("reprocessing")).isEqualTo(2);
        assertThat(book.apply(Events.again(second, 1, second))).containsExactly(APPLIED);
    }

    @Test
    void whatIsAskedForGoesThroughTheOutboxInOrder() {
        long asked =
                plant.database()
                        .inTenant(
                                book.tenant(),
                                jdbc ->
                                        new Reprocessing(CLOCK)
                                                .request(jdbc, book.tenant(), List.of(head())));

        assertThat(asked).isEqualTo(1);
        assertThat(waiting("reprocessing")).isZero();
        assertThat(book.count("dead_letter where state = 'reprocessing'")).isEqualTo(1);
    }

    private CanonicalEvent mended() {
        return Events.again(bad, 1, order(1, "1"));
    }

    private CanonicalEvent order(long version, String quantity) {
        return events.order("O1", version, "open", Line.of("bolt", "DC1", quantity));
    }

    private long waiting(String state) {
        return book.count("dead_letter where code = 'waits_behind' and state = '" + state + "'");
    }

    private long head() {
        return plant.database()
                .readTenant(
                        book.tenant(),
                        jdbc ->
                                jdbc.sql("select min(id) from operations.dead_letter")
                                        .query(Long.class)
                                        .single());
    }
}
