package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** One program at a time starts or stops the servers of a home. */
final class HomeLock implements AutoCloseable {
    private static final Duration WAIT_MAX = Duration.ofMinutes(3);

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock acquire(Home home) {
        try {
            var channel =
                    FileChannel.open(
                            home.run().resolve("embedded.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!Wait.until(WAIT_MAX, () -> taken(channel))) {
                channel.close();
                throw new EmbeddedFault(
                        "another program has been starting the servers of %s for %d s"
                                .formatted(home.folder(), WAIT_MAX.toSeconds()));
            }
            return new HomeLock(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean taken(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
