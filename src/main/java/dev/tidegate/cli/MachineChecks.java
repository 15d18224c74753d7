package dev.tidegate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether this machine can run the program. */
record MachineChecks(Installation installation) {
    private static final int JAVA = 25;
    private static final long DISK_MIN = 2L << 30;
    private static final long MEMORY_MIN_KB = 3L << 20;

    List<Check> all() {
        return List.of(jdk(), maven(), disk(), memory(), folders(), broker());
    }

    private static Check jdk() {
        var version = Runtime.version();
        return version.feature() == JAVA
                ? Check.ok("jdk", version + " in " + System.getProperty("java.home"))
                : Check.wrong("jdk", version.toString(), "set TIDEGATE_JAVA_HOME to a JDK 25");
    }

    private static Check maven() {
        return Maven.found()
                .map(path -> Check.ok("maven", path.toString()))
                .orElseGet(
                        () ->
                                Check.wrong(
                                        "maven",
                                        "not on the PATH; needed when sources change",
                                        Maven.MEND));
    }

    private Check disk() {
        try {
            var store = Files.getFileStore(existing(installation.home()));
            long free = store.getUsableSpace();
            var words = "%.1f GiB free under %s".formatted(gibi(free), installation.home());
            return free >= DISK_MIN
                    ? Check.ok("disk", words)
                    : Check.wrong(
                            "disk", words, "free some, or move with --home DIR (2 GiB are wanted)");
        } catch (IOException failure) {
            return Check.wrong("disk", failure.toString(), "./tidegate up --home DIR");
        }
    }

    private static Check memory() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            long free =
                    lines.filter(line -> line.startsWith("MemAvailable:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0);
            var words = "%.1f GiB available".formatted(gibi(free << 10));
            return free >= MEMORY_MIN_KB
                    ? Check.ok("memory", words)
                    : Check.wrong("memory", words, "end something else (3 GiB are wanted)");
        } catch (IOException notLinux) {
            return Check.ok("memory", "unknown");
        }
    }

    private Check folders() {
        var home = existing(installation.home());
        if (!Files.isWritable(home)) {
            return Check.wrong("folders", home + " isn't writable", "./tidegate up --home DIR");
        }
        var credentials = installation.credentials();
        try {
            if (Files.exists(credentials)
                    && Files.getPosixFilePermissions(credentials).size() > 2) {
                return Check.wrong(
                        "folders", "others can read " + credentials, "chmod 600 " + credentials);
            }
        } catch (IOException failure) {
            return Check.wrong("folders", failure.toString(), "./tidegate up --home DIR");
        }
        return Check.ok("folders", "home " + installation.home());
    }

    private Check broker() {
        return Files.isDirectory(installation.broker())
                ? Check.ok("broker-jars", installation.broker().toString())
                : Check.wrong(
                        "broker-jars",
                        "missing",
                        "mvn -q -f broker/pom.xml dependency:copy-dependencies"
                                + " -DoutputDirectory=$PWD/target/broker/lib");
    }

    /** The folder itself, or the nearest one above that is there. */
    private static Path existing(Path folder) {
        var at = folder;
        while (!Files.exists(at)) {
            at = Optional.ofNullable(at.getParent()).orElse(Path.of("/"));
        }
        return at;
    }

    private static double gibi(long bytes) {
        return bytes / (double) (1L << 30);
    }
}
