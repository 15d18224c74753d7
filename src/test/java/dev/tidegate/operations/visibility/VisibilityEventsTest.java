package dev.tidegate.operations.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Fate;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.operations.Book;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Patience;
import dev.tidegate.processing.Given;
import dev.tidegate.testing.Plant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EPCIS events and error declarations in the books: a set, whatever the order of arrival. */
class VisibilityEventsTest {
    private static final AtomicLong OFFSET = new AtomicLong();
    private static final String EMPTY =
            "truncate operations.journal, operations.dead_letter, operations.visibility_event,"
                    + " operations.visibility_epc, operations.outbox";

    private static Plant plant;
    private Book book;

    @BeforeAll
    static void open() {
        plant = Plant.open(VisibilityEventsTest.class);
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @BeforeEach
    void anotherBook() {
        book = Book.fresh(plant);
    }

    @AfterEach
    void empty() {
        plant.owner().sql(EMPTY).update();
    }

    @Test
    void anErrorDeclarationIsKeptBesideItsEventWhicheverComesFirst() {
        var event = event("E1", "a", "");
        var wrong = event("E1", "a", "2026-11-25T10:00:00Z");

        assertThat(book.apply(event, wrong)).containsExactly(Fate.APPLIED, Fate.APPLIED);
        var expected = book.state();
        empty();
        assertThat(book.apply(event("E1", "a", "2026-11-25T10:00:00Z")))
                .containsExactly(Fate.APPLIED);
        assertThat(book.apply(event("E1", "a", ""))).containsExactly(Fate.APPLIED);

        assertThat(book.state()).isEqualTo(expected);
        assertThat(book.count("visibility_event")).isEqualTo(2);
    }

    @Test
    void theSameEventSentAgainIsADuplicateAndChangesNothing() {
        book.apply(event("E1", "a", ""), event("E1", "a", "2026-11-25T10:00:00Z"));
        var before = book.state();

        assertThat(book.apply(event("E1", "a", ""), event("E1", "a", "2026-11-25T10:00:00Z")))
                .containsExactly(Fate.DUPLICATE, Fate.DUPLICATE);
        assertThat(book.state()).isEqualTo(before);
        assertThat(book.count("outbox")).isEqualTo(1);
    }

    @Test
    void anIdThatComesWithOtherContentsIsAConflictAndParked() {
        assertThat(book.apply(event("E1", "a", ""), event("E1", "b", "")))
                .containsExactly(Fate.APPLIED, Fate.PARKED);
        assertThat(book.count("visibility_epc where epc = 'urn:x:b'")).isZero();
    }

    @Test
    void ofTwoDeclarationsAboutOneEventTheLaterStands() {
        var early = "2026-11-25T10:00:00Z";
        var late = "2026-11-26T10:00:00Z";
        assertThat(book.apply(event("E1", "a", late))).containsExactly(Fate.APPLIED);
        assertThat(book.apply(event("E1", "a", early))).containsExactly(Fate.STALE);
        var expected = book.state();
        empty();
        assertThat(book.apply(event("E1", "a", early), event("E1", "a", late)))
                .containsExactly(Fate.APPLIED, Fate.APPLIED);

        assertThat(book.state()).isEqualTo(expected);
        assertThat(book.count("visibility_event where event like '%" + late + "%'")).isOne();
    }

    @Test
    void anEventThatTwoSourcesTellDifferentlyIsTheSameOneInAnyOrder() {
        book.apply(event("E1", "a", "", "epcis"), event("E1", "b", "", "partner"));
        var expected = book.state();
        assertThat(book.count("visibility_epc")).isOne();
        empty();
        book.apply(event("E1", "b", "", "partner"));
        book.apply(event("E1", "a", "", "epcis"));

        assertThat(book.state()).isEqualTo(expected);
    }

    @Test
    void aThingIsFoundUnderOneNameHoweverItIsTold() {
        book.apply(
                told("E1", "urn:epc:id:sgtin:9521141.012345.4711"),
                told("E2", "https://id.example/01/09521141123454/21/4711"));

        assertThat(book.count("visibility_epc where epc = '(01)09521141123454(21)4711'"))
                .isEqualTo(2);
    }

    @Test
    void anAnswerHasNoMoreThanItMayHoldAndTheNextGoesOn() {
        for (int i = 0; i < 5; i++) {
            book.apply(event("E" + i, "a", ""));
        }
        var patience = new Patience(plant.database(), Duration.ofSeconds(5));
        for (int sizeMax : new int[] {1, 300, 1_000_000}) {
            var queries = new EventQueries(patience, sizeMax);
            var ids = new ArrayList<String>();
            Optional<String> token = Optional.empty();
            int pages = 0;
            do {
                var page = queries.list(book.tenant(), filter(), token, 4);
                page.items().forEach(row -> ids.add(row.eventId()));
                token = Optional.ofNullable(page.next());
                pages++;
            } while (token.isPresent());

            assertThat(ids).containsExactly("E4", "E3", "E2", "E1", "E0");
            assertThat(pages).isEqualTo(sizeMax == 1 ? 5 : sizeMax == 300 ? 3 : 2);
        }
    }

    private EventFilter filter() {
        return new EventFilter(book.tenant().value());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyOrderAndAnyBatchesGiveTheSameState(long seed) {
        var random = new Random(seed);
        apply(all(), random);
        var expected = book.state();
        for (int turn = 0; turn < 3; turn++) {
            empty();
            var shuffled = all();
            Collections.shuffle(shuffled, random);
            apply(shuffled, random);

            assertThat(book.state()).as("turn %d", turn).isEqualTo(expected);
        }
    }

    private List<CanonicalEvent> all() {
        var all = new ArrayList<CanonicalEvent>();
        for (int i = 0; i < 40; i++) {
            String id = "E" + i % 25;
            String epc = "x" + i % 25;
            all.add(event(id, epc, ""));
            if (i % 3 == 0) {
                all.add(event(id, epc, "2026-11-25T10:00:0" + i % 10 + "Z"));
            }
            if (i % 4 == 0) {
                all.add(event(id, "other" + i % 25, "", "partner"));
            }
        }
        return all;
    }

    private void apply(List<CanonicalEvent> events, Random random) {
        int at = 0;
        while (at < events.size()) {
            int end = Math.min(at + 1 + random.nextInt(9), events.size());
            book.apply(events.subList(at, end));
            at = end;
        }
    }

    private CanonicalEvent told(String id, String epc) {
        return read(id, epc, "", "epcis");
    }

    private CanonicalEvent event(String id, String epc, String declaredAt) {
        return event(id, epc, declaredAt, "epcis");
    }

    private CanonicalEvent event(String id, String epc, String declaredAt, String source) {
        return read(id, "urn:x:" + epc, declaredAt, source);
    }

    private CanonicalEvent read(String id, String epc, String declaredAt, String source) {
        var error =
                declaredAt.isEmpty()
                        ? ""
                        : ",\"errorDeclaration\":{\"declarationTime\":\"%s\"}"
                                .formatted(declaredAt);
        var text =
                """
                {"type":"ObjectEvent","eventID":"%s","eventTime":"2026-11-24T10:00:00Z","eventTimeZoneOffset":"+00:00",
                 "action":"OBSERVE","bizStep":"shipping","epcList":["%s"]%s}
                """
                        .formatted(id, epc, error);
        var message =
                new RawMessage(
                        new RawAddress(Lane.EXPRESS, 1, OFFSET.getAndIncrement()),
                        book.tenant(),
                        new SourceId(source),
                        "application/json",
                        Optional.empty(),
                        text.getBytes(StandardCharsets.UTF_8),
                        new byte[0],
                        0,
                        Instant.parse("2026-11-24T12:00:00Z").plusSeconds(OFFSET.get()));
        return Given.events(message, Given.epcis()).getFirst();
    }
}
