package dev.tidegate.cli;

import dev.tidegate.embedded.Processes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Waits until a server says that it takes work, or tells why it never will. */
record Readiness(ServerProcess server, Screen screen, Duration limit) {
    private static final Duration POLL = Duration.ofMillis(50);

    /**
     * @param process the server's, if this program started it: it then knows its exit code
     */
    ServerFile await(long pid, @Nullable Process process) {
        var ready = new AtomicReference<@Nullable ServerFile>();
        long begun = System.nanoTime();
        Patience.until(
                limit,
                POLL,
                () -> {
                    show(begun);
                    ServerFile.read(server.file())
                            .filter(found -> found.pid() == pid)
                            .filter(ServerFile::ready)
                            .ifPresent(ready::set);
                    return ready.get() != null || !Processes.alive(pid);
                });
        clear();
        var found = ready.get();
        if (found == null) {
            throw Processes.alive(pid) ? late() : ended(process);
        }
        return found;
    }

    private Failure late() {
        return Failure.notReady(
                "not ready after %d s%n%s".formatted(limit.toSeconds(), LogFile.lastWords(server)),
                "./tidegate logs -f, or a longer --timeout");
    }

    /**
     * Something that is missing stays that: its own words carry the line that mends it. That a
     * process is gone may be seen before its exit code is told.
     */
    private Failure ended(@Nullable Process process) {
        var words = "the server ended before it was ready\n";
        return process != null && process.onExit().join().exitValue() == Exit.MISSING
                ? Failure.missing(words + LogFile.ownWords(server))
                : Failure.failed(words + LogFile.lastWords(server), "./tidegate doctor");
    }

    private void show(long begun) {
        if (screen.lively()) {
            var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            screen.err().print("\rstarting ... " + seconds + " s");
            screen.err().flush();
        }
    }

    private void clear() {
        if (screen.lively()) {
            screen.err().print("\r\033[K");
        }
    }
}
