package dev.tidegate.bench;

import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Arrivals at their own times, whether or not earlier ones were answered (a Poisson stream): a
 * latency counts from the moment the request was due, so that a stalled server can't hide its
 * stall.
 */
final class OpenLoop {
    private static final long SEED = 42;

    private OpenLoop() {}

    /** One of the senders; it is used by one thread only. */
    interface Sender extends AutoCloseable {
        void send(int arrival) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** Makes the sender of one thread. */
    interface Senders {
        Sender make() throws Exception;
    }

    /**
     * @param perSecond mean rate of arrivals
     * @param threads that send: enough that one is nearly always free
     * @return latencies in microseconds
     */
    static Histogram run(int arrivals, int perSecond, int threads, Senders senders)
            throws Exception {
        var due = schedule(arrivals, perSecond);
        var latencies = new ConcurrentHistogram(60_000_000, 3);
        var next = new AtomicInteger();
        var ready = new CountDownLatch(threads);
        var failed = new java.util.concurrent.atomic.AtomicReference<Throwable>();
        var began = new long[1];
        var go = new CountDownLatch(1);
        var all = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            all[t] =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try (var sender = senders.make()) {
                                            ready.countDown();
                                            go.await();
                                            sendAll(sender, due, began[0], next, latencies);
                                        } catch (Throwable e) {
                                            failed.compareAndSet(null, e);
                                            ready.countDown();
                                        }
                                    });
        }
        ready.await();
        began[0] = System.nanoTime();
        go.countDown();
        for (Thread thread : all) {
            thread.join();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("a sender failed", failed.get());
        }
        return latencies;
    }

    private static void sendAll(
            Sender sender, long[] due, long began, AtomicInteger next, Histogram latencies)
            throws Exception {
        for (int i = next.getAndIncrement(); i < due.length; i = next.getAndIncrement()) {
            long at = began + due[i];
            for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            sender.send(i);
            latencies.recordValue(Math.max((System.nanoTime() - at) / 1000, 0));
        }
    }

    private static long[] schedule(int arrivals, int perSecond) {
        var random = new SplittableRandom(SEED);
        var due = new long[arrivals];
        double at = 0;
        for (int i = 0; i < arrivals; i++) {
            at += -Math.log(1 - random.nextDouble()) * 1e9 / perSecond;
            due[i] = (long) at;
        }
        return due;
    }
}
