package dev.tidegate.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A log file's end, and what comes after it. */
record LogFile(Path path) {
    private static final int LAST_LINES = 15;
    private static final Duration POLL = Duration.ofMillis(200);

    /** Why a server died: the end of its log, or of its output when it never had a log. */
    static String lastWords(ServerProcess server) {
        return ends(server.output(), server.log());
    }

    /** What a server that gave up said itself. */
    static String ownWords(ServerProcess server) {
        return ends(server.output());
    }

    private static String ends(Path... logs) {
        var words = new ArrayList<String>();
        for (var log : logs) {
            for (var line : new LogFile(log).last(LAST_LINES)) {
                words.add("  " + line);
            }
        }
        return String.join("\n", words);
    }

    List<String> last(int count) {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (var lines = Files.lines(path)) {
            var last = new ArrayList<String>();
            lines.forEach(
                    line -> {
                        last.add(line);
                        if (last.size() > count) {
                            last.removeFirst();
                        }
                    });
            return last;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** From the last lines on, for as long as it may; a file that was rolled is read anew. */
    void follow(int lines, BooleanSupplier goOn, Consumer<String> reader) {
        long at = size();
        last(lines).forEach(reader);
        while (goOn.getAsBoolean()) {
            long size = size();
            at = size < at ? 0 : at;
            if (size > at) {
                at = read(at, reader);
            }
            Patience.pause(POLL);
        }
        read(at, reader);
    }

    /** Whole lines from here on; the place after the last of them. */
    private long read(long from, Consumer<String> reader) {
        if (!Files.exists(path)) {
            return from;
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(from);
            long at = from;
            for (var line = file.readLine(); line != null; line = file.readLine()) {
                reader.accept(
                        new String(
                                line.getBytes(StandardCharsets.ISO_8859_1),
                                StandardCharsets.UTF_8));
                at = file.getFilePointer();
            }
            return at;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long size() {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
