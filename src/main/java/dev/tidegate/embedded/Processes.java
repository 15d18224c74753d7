package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The system's processes, read from /proc. A server is recognised by the mark of its home on its
 * command line, in which a NUL ends every word: a process id alone may have passed to a stranger. A
 * zombie counts as dead, since in a container nobody may ever reap it.
 */
public final class Processes {
    private static final Path PROC = Path.of("/proc");

    private Processes() {}

    /** Living processes that bear this mark, in the order of their ids. */
    public static List<Long> bearing(String mark) {
        try (var entries = Files.list(PROC)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .map(Long::parseLong)
                    .filter(pid -> bears(pid, mark))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static boolean bears(long pid, String mark) {
        try {
            var line =
                    Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return line.contains(bytesAsChars(mark)) && alive(pid);
        } catch (IOException gone) {
            return false;
        }
    }

    private static String bytesAsChars(String mark) {
        return new String(mark.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    public static boolean alive(long pid) {
        try {
            var stat = Files.readString(PROC.resolve(pid + "/stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException gone) {
            return false;
        }
    }

    /** Sends a signal by name; a process that is gone already is no error. */
    static void signal(long pid, String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Signals in turn, each with its patience, until the process is gone. */
    public static void end(long pid, Duration patience, String... signals) {
        for (var signal : signals) {
            signal(pid, signal);
            if (Wait.until(patience, () -> !alive(pid))) {
                return;
            }
        }
        throw new EmbeddedFault("process " + pid + " doesn't end");
    }
}
