package dev.tidegate.operations;

import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.Events.Line;
import dev.tidegate.operations.journal.Applier;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.testing.Plant;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * CPU microseconds an event, of the program's thread and of its PostgreSQL backend, decoding
 * included: {@code java dev.tidegate.operations.Speed [events] [batch]} on the test class path. CPU
 * time, so a busy machine shows less; the first fifth warms up and isn't counted. The mix: 30 %
 * orders of 3 lines, 50 % movements, 8 % shipments of 3 lines, 6 % milestones, 6 % counts; 10,000
 * items at 5 locations.
 */
final class Speed {
    private static final int ITEMS = 10_000;
    private static final double TICK_MICROS = 10_000;

    private final Random random = new Random(7);
    private final Events events;
    private int orders;
    private int shipments;

    private Speed(Events events) {
        this.events = events;
    }

    public static void main(String[] args) throws IOException {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int batch = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        try (var plant = Plant.open(Speed.class)) {
            run(plant.database(), plant.tenant("acme"), size, batch);
        }
    }

    static void run(Database database, TenantId tenant, int size, int batch) {
        var encoded = new Speed(new Events(tenant)).encoded(size);
        var applier = new Applier(Clock.systemUTC());
        var codec = new CanonicalCodec();
        long counted = 0;
        long program = 0;
        double backend = 0;
        long begin = 0;
        for (int at = 0; at < size; at += batch) {
            boolean warm = at >= size / 5;
            if (warm && begin == 0) {
                begin = System.nanoTime();
            }
            var part = encoded.subList(at, Math.min(at + batch, size));
            long cpu = cpu();
            double ticks =
                    database.inTenant(
                            tenant,
                            jdbc -> {
                                double before = ticks(jdbc);
                                var all = new ArrayList<CanonicalEvent>(part.size());
                                part.forEach(one -> all.add(codec.decode(one)));
                                applier.apply(jdbc, all);
                                return ticks(jdbc) - before;
                            });
            if (warm) {
                program += cpu() - cpu;
                backend += ticks;
                counted += part.size();
            }
        }
        System.out.printf(
                "%d events in batches of %d: program %.1f, PostgreSQL %.1f microseconds of CPU an event; %.0f events/s, one worker%n",
                counted,
                batch,
                program / 1e3 / counted,
                backend * TICK_MICROS / counted,
                counted / ((System.nanoTime() - begin) / 1e9));
    }

    private List<byte[]> encoded(int size) {
        var codec = new CanonicalCodec();
        var all = new ArrayList<byte[]>(size);
        for (int i = 0; i < size; i++) {
            all.add(codec.encode(event(i)));
        }
        return all;
    }

    private CanonicalEvent event(int i) {
        int of100 = random.nextInt(100);
        if (of100 < 30) {
            boolean second = random.nextInt(10) == 0 && orders > 0;
            int number = second ? random.nextInt(orders) : orders++;
            return events.order("PO-2026-" + number, second ? 2 : 1, "open", lines(true));
        }
        if (of100 < 80) {
            return movement(i);
        }
        if (of100 < 88) {
            return events.shipment(
                    random.nextBoolean() ? "inbound" : "outbound",
                    "ASN-" + shipments++,
                    1,
                    "shipped",
                    location(),
                    lines(false));
        }
        var time = Instant.parse("2026-11-24T00:00:00Z").plusSeconds(i);
        return of100 < 94
                ? events.milestone("ASN-" + random.nextInt(shipments + 1), "departed", time, "")
                : events.count("C" + i, item(), location(), "100", time);
    }

    private CanonicalEvent movement(int i) {
        boolean receipt = random.nextBoolean();
        Map<String, String> more =
                random.nextInt(3) == 0 && !receipt && orders > 0
                        ? Map.of("order_number", "PO-2026-" + random.nextInt(orders))
                        : Map.of();
        return events.movement(
                "MV-" + i,
                receipt ? "receipt" : "issue",
                item(),
                location(),
                String.valueOf(1 + random.nextInt(20)),
                Instant.parse("2026-11-24T00:00:00Z").plusSeconds(i),
                more);
    }

    private Line[] lines(boolean ofOrder) {
        var lines = new Line[1 + random.nextInt(5)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] =
                    ofOrder
                            ? Line.of(item(), location(), String.valueOf(1 + random.nextInt(9)))
                            : Line.serving(
                                    "PO-2026-" + random.nextInt(orders + 1),
                                    item(),
                                    String.valueOf(1 + random.nextInt(9)));
        }
        return lines;
    }

    private String item() {
        return "SKU-%06d".formatted(random.nextInt(ITEMS));
    }

    private String location() {
        return "DC-" + random.nextInt(5);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** User and system time of the transaction's backend, in hundredths of a second. */
    private static double ticks(JdbcClient jdbc) {
        int pid = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
        try {
            var fields =
                    Files.readString(Path.of("/proc/" + pid + "/stat")).split("\\) ")[1].split(" ");
            return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
