package dev.tidegate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CPU time and memory of the processes that do the work, as the kernel counts them (proc(5)): user
 * and system time of a process and of its children, living and dead, so that no back end of
 * PostgreSQL that came and went is forgotten.
 */
final class Meter {
    private static final Path PROC = Path.of("/proc");

    /** Microseconds of a clock tick: the kernel tells user space 100 ticks a second. */
    private static final long TICK_US = 10_000;

    private final Map<String, Long> roots = new LinkedHashMap<>();

    /**
     * @param name such as {@code postgres}
     * @param pid of the process whose tree is measured
     */
    Meter watch(String name, long pid) {
        roots.put(name, pid);
        return this;
    }

    /**
     * CPU microseconds, by name.
     *
     * @param driver what this program itself has used: the load's price, not the work's
     * @param machine what all processes of the machine have used
     * @param nanos when it was looked at
     */
    record Cpu(Map<String, Long> micros, long driver, long machine, long nanos) {
        long total() {
            return micros.values().stream().mapToLong(Long::longValue).sum();
        }

        Cpu since(Cpu before) {
            var spent = new LinkedHashMap<String, Long>();
            micros.forEach(
                    (name, now) -> spent.put(name, now - before.micros.getOrDefault(name, 0L)));
            return new Cpu(
                    spent, driver - before.driver, machine - before.machine, nanos - before.nanos);
        }

        double seconds() {
            return nanos / 1e9;
        }

        /** How much of the machine others had, from 0 to 1: their work is in the figures too. */
        double othersShare() {
            double all = seconds() * 1e6 * Runtime.getRuntime().availableProcessors();
            return Math.max(machine - total() - driver, 0) / all;
        }

        /** Such as {@code program 34.1 + postgres 40.0 + broker 2.0}, in microseconds an event. */
        String perEvent(long events) {
            return String.join(
                    " + ",
                    micros.entrySet().stream()
                            .map(
                                    e ->
                                            e.getKey()
                                                    + " "
                                                    + Report.number((double) e.getValue() / events))
                            .toList());
        }
    }

    Cpu cpu() {
        var micros = new LinkedHashMap<String, Long>();
        var all = processes();
        roots.forEach((name, pid) -> micros.put(name, ticksOfTree(pid, all) * TICK_US));
        long self = ProcessHandle.current().pid();
        long driver =
                all.stream().filter(p -> p.pid == self).mapToLong(Stat::ownTicks).sum() * TICK_US;
        return new Cpu(micros, driver, machineTicks() * TICK_US, System.nanoTime());
    }

    /** Busy ticks of all cores: user, nice, system, interrupts; not idle, not waiting for disks. */
    private static long machineTicks() {
        try (var lines = Files.lines(PROC.resolve("stat"))) {
            var fields = lines.findFirst().orElseThrow().split(" +");
            return Long.parseLong(fields[1])
                    + Long.parseLong(fields[2])
                    + Long.parseLong(fields[3])
                    + Long.parseLong(fields[6])
                    + Long.parseLong(fields[7]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Highest resident set of one process so far, in MB; 0 when it is gone. */
    static double residentPeakMb(long pid) {
        return kilobytes(PROC.resolve(pid + "/status"), "VmHWM:") / 1024.0;
    }

    /** Memory of a process and its children now, shared pages counted once, in MB. */
    static double proportionalMb(long pid) {
        double sum = 0;
        var all = processes();
        for (Stat process : all) {
            if (process.pid == pid || descends(process, pid, all)) {
                sum += kilobytes(PROC.resolve(process.pid + "/smaps_rollup"), "Pss:");
            }
        }
        return sum / 1024;
    }

    private record Stat(long pid, long parent, long ownTicks, long deadChildrenTicks) {}

    private static long ticksOfTree(long root, List<Stat> all) {
        return all.stream()
                .filter(process -> process.pid == root || descends(process, root, all))
                .mapToLong(process -> process.ownTicks + process.deadChildrenTicks)
                .sum();
    }

    private static boolean descends(Stat process, long root, List<Stat> all) {
        long parent = process.parent;
        while (parent > 1) {
            if (parent == root) {
                return true;
            }
            long wanted = parent;
            parent =
                    all.stream()
                            .filter(p -> p.pid == wanted)
                            .mapToLong(Stat::parent)
                            .findFirst()
                            .orElse(0);
        }
        return false;
    }

    private static List<Stat> processes() {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.filter(
                            entry -> Character.isDigit(entry.getFileName().toString().charAt(0)))
                    .map(Meter::stat)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Stat> stat(Path process) {
        try {
            var line = Files.readString(process.resolve("stat"));
            // After the name in parentheses: state ppid ... utime stime cutime cstime are fields 14
            // to 17.
            var rest = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Optional.of(
                    new Stat(
                            Long.parseLong(process.getFileName().toString()),
                            Long.parseLong(rest[1]),
                            Long.parseLong(rest[11]) + Long.parseLong(rest[12]),
                            Long.parseLong(rest[13]) + Long.parseLong(rest[14])));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static double kilobytes(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToDouble(Double::parseDouble)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }
}
