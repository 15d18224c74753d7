package dev.tidegate.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** Streams a file and, on a terminal and for a long one, shows how far it is. */
final class Progress implements AutoCloseable {
    private static final long LONG = 4L << 20;
    private static final int WIDTH = 30;

    private final Screen screen;
    private final Path file;
    private final long size;
    private final boolean shown;
    private final AtomicLong percentShown = new AtomicLong(-1);

    private Progress(Screen screen, Path file, long size) {
        this.screen = screen;
        this.file = file;
        this.size = size;
        this.shown = screen.lively() && size >= LONG;
    }

    static Progress of(Screen screen, Path file) {
        try {
            return new Progress(screen, file, Files.size(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One reading of the file; its length is known, so that the server can refuse it early. */
    BodyPublisher publisher() {
        try {
            var bytes = BodyPublishers.ofFile(file);
            return shown
                    ? BodyPublishers.fromPublisher(
                            reader -> bytes.subscribe(new Counting(reader)), size)
                    : bytes;
        } catch (FileNotFoundException gone) {
            throw Failure.failed("the file " + file + " is gone");
        }
    }

    private void show(long done) {
        long percent = done * 100 / size;
        if (percentShown.getAndSet(percent) != percent) {
            int full = (int) (percent * WIDTH / 100);
            screen.err()
                    .printf(
                            "\r%s [%s%s] %3d %%",
                            file.getFileName(),
                            "#".repeat(full),
                            " ".repeat(WIDTH - full),
                            percent);
            screen.err().flush();
        }
    }

    @Override
    public void close() {
        if (shown) {
            screen.err().print("\r\033[K");
        }
    }

    /** Passes everything on and counts the bytes. */
    private final class Counting implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> reader;
        private long done;

        Counting(Flow.Subscriber<? super ByteBuffer> reader) {
            this.reader = reader;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reader.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            done += bytes.remaining();
            show(done);
            reader.onNext(bytes);
        }

        @Override
        public void onError(Throwable failure) {
            reader.onError(failure);
        }

        @Override
        public void onComplete() {
            reader.onComplete();
        }
    }
}
