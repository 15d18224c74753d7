package dev.tidegate.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Supply-chain messages in a stated mix, the same for the same seed, with the fate that each must
 * have: 30 % orders of 1 to 6 lines (3 on average, about 1 KB), 45 % stock movements, 8 % counts,
 * 10 % shipments, 5 % milestones, and 2 % that are a duplicate, a stale version or unreadable.
 * Three tenants, 10,000 items, 20 locations.
 */
final class Mix {
    static final List<String> TENANTS = List.of("acme", "globex", "initech");
    private static final int ITEMS = 10_000;
    private static final int LOCATIONS = 20;
    private static final int REMEMBERED = 4_096;
    static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    /** Of 100 orders, how many have 1, 2 ... 6 lines: 2.99 on average. */
    private static final int[] LINES_OF_100 = {20, 22, 22, 18, 11, 7};

    /** What a message must become. */
    enum Expected {
        APPLIED,
        DUPLICATE,
        STALE,
        DEAD
    }

    /**
     * @param orderingKey what the message is about: messages of one key stay in order in the log
     */
    record Message(
            String tenant, String orderingKey, String messageId, byte[] body, Expected expected) {}

    private record Remembered(Message message, String number) {}

    private final Instant begin;
    private final SplittableRandom random;
    private final String run;
    private final Map<Expected, Integer> expected = new EnumMap<>(Expected.class);
    private final List<List<Remembered>> orders = perTenant();
    private final List<List<String>> shipments = perTenant();
    private final int[] counts = new int[TENANTS.size()];
    private int made;

    /**
     * @param run stands in every number, so that runs do not meet each other's messages
     */
    Mix(String run, long seed) {
        this(run, seed, BEGIN);
    }

    /**
     * @param begin of business time: a later run's counts are later than an earlier one's
     */
    Mix(String run, long seed, Instant begin) {
        this.begin = begin;
        this.run = run;
        this.random = new SplittableRandom(seed);
    }

    private static <T> List<List<T>> perTenant() {
        return TENANTS.stream().map(t -> (List<T>) new ArrayList<T>()).toList();
    }

    /** How many of what was made so far must have each fate. */
    Map<Expected, Integer> expected() {
        return expected;
    }

    Message next() {
        int tenant = random.nextInt(TENANTS.size());
        int dice = random.nextInt(1000);
        Message message;
        if (dice < 300 || orders.get(tenant).isEmpty() || shipments.get(tenant).isEmpty()) {
            message = made % 2 == 0 || dice < 300 ? order(tenant) : shipment(tenant);
        } else if (dice < 750) {
            message = movement(tenant);
        } else if (dice < 830) {
            message = count(tenant);
        } else if (dice < 930) {
            message = shipment(tenant);
        } else if (dice < 980) {
            message = milestone(tenant);
        } else if (dice < 988) {
            message = duplicate(tenant);
        } else if (dice < 994) {
            message = stale(tenant);
        } else {
            message = bad(tenant);
        }
        made++;
        expected.merge(message.expected(), 1, Integer::sum);
        return message;
    }

    private Message order(int tenant) {
        var number = "SO-" + run + "-" + made;
        var kept =
                new Remembered(
                        message(
                                tenant,
                                number,
                                number + "/2",
                                orderText(number, 2),
                                Expected.APPLIED),
                        number);
        remember(orders.get(tenant), kept);
        return kept.message();
    }

    private String orderText(String number, long version) {
        int customer = random.nextInt(500);
        var text = new StringBuilder(1200);
        text.append("{\"type\":\"order\",\"kind\":\"")
                .append(Math.floorMod(number.hashCode(), 4) == 0 ? "purchase" : "sales");
        text.append("\",\"number\":\"").append(number).append("\",\"version\":").append(version);
        text.append(",\"status\":\"open\",\"partner\":{\"code\":\"C").append(customer);
        text.append("\",\"name\":\"Partner number ")
                .append(customer)
                .append(" of the wholesale ring\"}");
        text.append(",\"currency\":\"EUR\",\"ordered_at\":\"")
                .append(time())
                .append("\",\"requested_on\":\"2026-12-0");
        text.append(1 + random.nextInt(9)).append("\",\"lines\":[");
        int lines = lines();
        for (int line = 1; line <= lines; line++) {
            int item = random.nextInt(ITEMS);
            text.append(line > 1 ? "," : "")
                    .append("{\"line\":\"")
                    .append(line)
                    .append("\",\"item\":\"")
                    .append(item(item));
            text.append("\",\"description\":\"Article ")
                    .append(item)
                    .append(
                            ", boxed in twelves, with spare seal and leaflet in four languages, outer carton reusable, pallet layer of eight, shelf B");
            text.append(item % 97)
                    .append("\",\"quantity\":\"")
                    .append(1 + random.nextInt(40))
                    .append("\",\"unit\":\"EA\",\"unit_price\":\"");
            text.append(1 + random.nextInt(200))
                    .append('.')
                    .append(10 + random.nextInt(90))
                    .append("\",\"location\":\"")
                    .append(location())
                    .append("\"}");
        }
        return text.append("]}").toString();
    }

    private Message movement(int tenant) {
        var number = "MV-" + run + "-" + made;
        int item = random.nextInt(ITEMS);
        int dice = random.nextInt(100);
        var kind =
                dice < 60
                        ? "receipt"
                        : dice < 90 ? "issue" : dice < 95 ? "adjustment" : "transfer_out";
        var from = location();
        var text = new StringBuilder(400);
        text.append("{\"type\":\"stock_movement\",\"number\":\"")
                .append(number)
                .append("\",\"kind\":\"")
                .append(kind);
        text.append("\",\"item\":\"").append(item(item)).append("\",\"location\":\"").append(from);
        if (kind.equals("transfer_out")) {
            text.append("\",\"to_location\":\"").append(location());
        }
        if (kind.equals("adjustment")) {
            text.append("\",\"reason\":\"cycle correction");
        }
        text.append("\",\"quantity\":\"")
                .append(1 + random.nextInt(60))
                .append("\",\"unit\":\"EA\",\"occurred_at\":\"")
                .append(time())
                .append("\"}");
        return message(tenant, item(item) + "@" + from, number, text.toString(), Expected.APPLIED);
    }

    /** Each of another place, since of two counts of one place only the later one speaks. */
    private Message count(int tenant) {
        var number = "CT-" + run + "-" + made;
        int place = counts[tenant]++;
        var item = item(place * 7 % ITEMS);
        var at = "WH-" + (10 + place / ITEMS % LOCATIONS);
        var text =
                "{\"type\":\"stock_count\",\"number\":\"%s\",\"item\":\"%s\",\"location\":\"%s\",\"quantity\":\"%d\",\"unit\":\"EA\",\"counted_at\":\"%s\"}"
                        .formatted(number, item, at, random.nextInt(500), time());
        return message(tenant, item + "@" + at, number, text, Expected.APPLIED);
    }

    private Message shipment(int tenant) {
        var number = "SH-" + run + "-" + made;
        var known = orders.get(tenant);
        var order =
                known.isEmpty()
                        ? "SO-" + run + "-none"
                        : known.get(random.nextInt(known.size())).number();
        var text = new StringBuilder(700);
        text.append("{\"type\":\"shipment\",\"number\":\"")
                .append(number)
                .append("\",\"direction\":\"outbound\",\"status\":\"shipped\",\"version\":1");
        text.append(",\"partner\":{\"code\":\"C")
                .append(random.nextInt(500))
                .append("\",\"name\":\"Partner\"},\"carrier\":\"DHL\",\"tracking\":\"JD");
        text.append(100_000_000 + random.nextInt(900_000_000))
                .append("\",\"from_location\":\"")
                .append(location());
        text.append("\",\"shipped_at\":\"").append(time()).append("\",\"lines\":[");
        int lines = 1 + random.nextInt(3);
        for (int line = 1; line <= lines; line++) {
            text.append(line > 1 ? "," : "")
                    .append("{\"line\":\"")
                    .append(line)
                    .append("\",\"item\":\"")
                    .append(item(random.nextInt(ITEMS)));
            text.append("\",\"quantity\":\"")
                    .append(1 + random.nextInt(20))
                    .append("\",\"unit\":\"EA\",\"order_number\":\"")
                    .append(order)
                    .append("\"}");
        }
        remember(shipments.get(tenant), number);
        return message(tenant, number, number, text.append("]}").toString(), Expected.APPLIED);
    }

    private Message milestone(int tenant) {
        var known = shipments.get(tenant);
        var shipment = known.get(random.nextInt(known.size()));
        var text =
                "{\"type\":\"shipment_milestone\",\"shipment\":\"%s\",\"code\":\"in_transit\",\"occurred_at\":\"%s\",\"location\":\"Hub %d\"}"
                        .formatted(shipment, time(), random.nextInt(50));
        return message(tenant, shipment, "MS-" + run + "-" + made, text, Expected.APPLIED);
    }

    /** The same bytes again. */
    private Message duplicate(int tenant) {
        var known = orders.get(tenant);
        var of = known.get(random.nextInt(known.size())).message();
        return new Message(
                of.tenant(), of.orderingKey(), of.messageId(), of.body(), Expected.DUPLICATE);
    }

    /** An order's first version, after its second. */
    private Message stale(int tenant) {
        var known = orders.get(tenant);
        int at = random.nextInt(known.size());
        var of = known.get(at);
        known.set(at, known.getLast());
        known.removeLast();
        return message(
                tenant, of.number(), of.number() + "/1", orderText(of.number(), 1), Expected.STALE);
    }

    private Message bad(int tenant) {
        var number = "BAD-" + run + "-" + made;
        var text =
                random.nextBoolean()
                        ? "{\"type\":\"order\",\"number\":\"" + number + "\",\"lines\":[{\"item\""
                        : "{\"type\":\"stock_movement\",\"number\":\""
                                + number
                                + "\",\"kind\":\"receipt\"}";
        return message(tenant, number, number, text, Expected.DEAD);
    }

    private static Message message(
            int tenant, String orderingKey, String id, String text, Expected expected) {
        return new Message(
                TENANTS.get(tenant),
                orderingKey,
                id,
                text.getBytes(StandardCharsets.UTF_8),
                expected);
    }

    private <T> void remember(List<T> known, T one) {
        if (known.size() < REMEMBERED) {
            known.add(one);
        } else {
            known.set(random.nextInt(REMEMBERED), one);
        }
    }

    private int lines() {
        int dice = random.nextInt(100);
        int lines = 1;
        for (int share : LINES_OF_100) {
            if (dice < share) {
                return lines;
            }
            dice -= share;
            lines++;
        }
        return LINES_OF_100.length;
    }

    /** Goes on by a second or so a message: business time, not the clock's. */
    private Instant time() {
        return begin.plusMillis(made * 250L);
    }

    private static String item(int number) {
        return "ITEM-" + (100_000 + number);
    }

    private String location() {
        return "WH-" + (10 + random.nextInt(LOCATIONS));
    }
}
