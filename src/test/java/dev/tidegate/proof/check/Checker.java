package dev.tidegate.proof.check;

import dev.tidegate.proof.check.Books.Document;
import dev.tidegate.proof.check.Books.Entry;
import dev.tidegate.proof.check.Books.Leg;
import dev.tidegate.proof.check.Books.Place;
import dev.tidegate.proof.check.Books.Standing;
import dev.tidegate.proof.check.Fates.Winner;
import dev.tidegate.proof.check.Finding.Kind;
import dev.tidegate.proof.check.RawLog.Address;
import dev.tidegate.proof.check.RawLog.Kept;
import dev.tidegate.proof.outside.Act.Movement;
import dev.tidegate.proof.outside.Act.Order;
import dev.tidegate.proof.outside.History;
import dev.tidegate.proof.outside.History.Letter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares log and books with the history. No finding means that every promise was kept. */
final class Checker {
    private static final String ORDER_CHANGED = "dev.tidegate.order.changed.v1";

    private final History history;
    private final List<Kept> kept;
    private final Books books;
    private final FactLog facts;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param kept the raw log, as far as it is judged
     */
    Checker(History history, List<Kept> kept, Books books, FactLog facts) {
        this.history = history;
        this.kept = kept;
        this.books = books;
        this.facts = facts;
    }

    List<Finding> check() {
        checkKept();
        var journal = books.journal();
        checkNothingInvented(journal);
        var fates = Fates.judge(kept, journal, history);
        findings.addAll(fates.findings());
        var model = new Model();
        fates.winners().values().forEach(winner -> model.add(winner.tenant(), winner.act()));
        checkDocuments(model.orders(), books.orders());
        checkDocuments(model.shipments(), books.shipments());
        checkLedger(fates.winners());
        checkStock(model);
        checkFacts(fates.winners());
        return findings;
    }

    /** What was acknowledged is in the log; nothing is there that was not sent. */
    private void checkKept() {
        Map<Letter, Long> there =
                kept.stream().collect(Collectors.groupingBy(Kept::letter, Collectors.counting()));
        history.letters()
                .forEach(
                        (letter, told) -> {
                            long times = there.getOrDefault(letter, 0L);
                            if (times < told.atLeast()) {
                                find(Kind.LOST, letter, told.atLeast() - times, told.act());
                            } else if (times > told.atMost()) {
                                find(Kind.INVENTED, letter, times - told.atMost(), told.act());
                            }
                        });
        there.forEach(
                (letter, times) -> {
                    if (!history.letters().containsKey(letter)) {
                        find(Kind.INVENTED, letter, times, "never sent");
                    }
                });
    }

    private void checkNothingInvented(Map<Address, List<Entry>> journal) {
        var addresses = kept.stream().map(Kept::address).collect(Collectors.toSet());
        journal.forEach(
                (address, entries) -> {
                    if (!addresses.contains(address)) {
                        find(Kind.INVENTED, "journal", address, entries);
                    }
                });
    }

    /** The highest version told is the one that stands. */
    private void checkDocuments(
            Map<Document, Standing> expected, Map<Document, Standing> standing) {
        expected.forEach(
                (name, should) -> {
                    var is = standing.get(name);
                    if (is == null) {
                        find(Kind.WRONG_EFFECT, name, "is not there, should be", should);
                    } else if (is.version() < should.version()) {
                        find(Kind.STALE_OVERWROTE, name, "is " + is + ", should be", should);
                    } else if (!is.equals(should)) {
                        find(Kind.WRONG_EFFECT, name, "is " + is + ", should be", should);
                    }
                });
        standing.keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .filter(name -> standing.get(name).version() >= 0)
                .forEach(name -> find(Kind.WRONG_EFFECT, name, "stands, told by nobody", ""));
    }

    /** One ledger row for every movement that was applied, and what it says. */
    private void checkLedger(Map<Address, Winner> winners) {
        Map<Address, List<Leg>> ledger =
                books.ledger().stream().collect(Collectors.groupingBy(Leg::address));
        winners.forEach(
                (address, winner) -> {
                    if (winner.act() instanceof Movement movement) {
                        checkLegs(movement, ledger.getOrDefault(address, List.of()));
                    }
                });
        books.ledger().stream()
                .collect(
                        Collectors.groupingBy(
                                leg -> leg.tenant() + "/" + leg.reference(), Collectors.counting()))
                .forEach(
                        (movement, rows) -> {
                            if (rows > 1) {
                                find(Kind.APPLIED_TWICE, movement, rows, "ledger rows");
                            }
                        });
    }

    private void checkLegs(Movement movement, List<Leg> legs) {
        boolean right =
                legs.size() == 1
                        && legs.getFirst().item().equals(movement.item())
                        && legs.getFirst().lot().equals(movement.lot())
                        && effect(legs.getFirst(), movement.location())
                                        .compareTo(Model.signed(movement))
                                == 0;
        if (!right) {
            find(legs.size() > 1 ? Kind.APPLIED_TWICE : Kind.WRONG_EFFECT, movement, "has", legs);
        }
    }

    private static BigDecimal effect(Leg leg, String location) {
        var account = "stock:" + location;
        return leg.debit().equals(account)
                ? leg.quantity()
                : leg.credit().equals(account) ? leg.quantity().negate() : BigDecimal.ZERO;
    }

    private void checkStock(Model model) {
        var sums = new HashMap<Place, BigDecimal>();
        for (Leg leg : books.ledger()) {
            add(sums, leg, leg.debit(), leg.quantity());
            add(sums, leg, leg.credit(), leg.quantity().negate());
        }
        var stock = books.stock();
        stock.forEach(
                (place, balance) -> {
                    if (!equal(balance.moved(), sums.getOrDefault(place, BigDecimal.ZERO))) {
                        find(Kind.WRONG_BALANCE, place, balance, "ledger " + sums.get(place));
                    }
                    if (balance.onHand().signum() < 0 || balance.available().signum() < 0) {
                        find(Kind.NEGATIVE, place, balance, "");
                    }
                    if (!equal(
                            balance.onHand().subtract(balance.reserved()), balance.available())) {
                        find(Kind.WRONG_BALANCE, place, balance, "available");
                    }
                });
        model.stock()
                .forEach(
                        (place, should) -> {
                            var is = stock.get(place);
                            boolean nothing =
                                    should.moved().signum() == 0
                                            && should.onHand().signum() == 0
                                            && should.demand().signum() == 0
                                            && should.transit().signum() == 0;
                            if (is == null
                                    ? !nothing
                                    : !equal(is.moved(), should.moved())
                                            || !equal(is.onHand(), should.onHand())
                                            || !equal(is.demand(), should.demand())
                                            || !equal(is.transit(), should.transit())) {
                                find(Kind.WRONG_BALANCE, place, is, "should be " + should);
                            }
                        });
    }

    private static void add(
            Map<Place, BigDecimal> sums, Leg leg, String account, BigDecimal quantity) {
        if (account.startsWith("stock:")) {
            var place =
                    new Place(
                            leg.tenant(),
                            leg.item(),
                            account.substring("stock:".length()),
                            leg.lot());
            sums.merge(place, quantity, BigDecimal::add);
        }
    }

    /** The last that the world was told of an order is its highest version. */
    private void checkFacts(Map<Address, Winner> winners) {
        var latest = new HashMap<Document, Map.Entry<Address, Order>>();
        winners.forEach(
                (address, winner) -> {
                    if (winner.act() instanceof Order order) {
                        latest.merge(
                                new Document(winner.tenant(), order.document()),
                                Map.entry(address, order),
                                (a, b) -> a.getValue().version() > b.getValue().version() ? a : b);
                    }
                });
        latest.forEach(
                (name, order) -> {
                    var told = facts.last(name.tenant(), ORDER_CHANGED, name.name());
                    if (!told.startsWith(order.getKey() + "#")) {
                        find(Kind.NO_FACT, name, "is " + order, "last told: " + told);
                    }
                });
    }

    private static boolean equal(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }

    private void find(Kind kind, Object... what) {
        findings.add(
                new Finding(
                        kind,
                        java.util.Arrays.stream(what)
                                .map(String::valueOf)
                                .collect(Collectors.joining(" "))));
    }
}
