package dev.tidegate.proof.flood;

import dev.tidegate.proof.outside.Door;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends one order at a time while the flood lasts, and measures how long each takes to its fate.
 */
final class Neighbour implements AutoCloseable {
    private static final long PAUSE_MS = 100;

    private final Door door;
    private final List<Duration> delays = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().unstarted(this::work);

    Neighbour(Door door) {
        this.door = door;
    }

    Neighbour start() {
        thread.start();
        return this;
    }

    private void work() {
        for (int i = 0; !paused(PAUSE_MS); i++) {
            long sent = System.nanoTime();
            var answer =
                    door.post(
                            "/v1/sources/proof/messages",
                            "application/json",
                            order("NB-" + i).getBytes());
            var receipt =
                    answer.filter(a -> a.status() == 202)
                            .map(a -> a.json().path("receipt").asString());
            if (receipt.isPresent()) {
                while (!done(receipt.get()) && !paused(20)) {
                    // asks again
                }
                delays.add(Duration.ofNanos(System.nanoTime() - sent));
            } else {
                delays.add(Duration.ofHours(1));
            }
        }
    }

    private boolean done(String receipt) {
        return door.get("/v1/receipts/" + receipt)
                .map(answer -> answer.json().path("state").asString("").equals("done"))
                .orElse(false);
    }

    private static String order(String number) {
        return """
        {"type":"order","kind":"sales","number":"%s","version":1,"ordered_at":"2026-11-24T09:30:00Z",
         "lines":[{"line":"1","item":"SKU-1","quantity":"1","location":"DC1"}]}
        """
                .formatted(number);
    }

    private boolean paused(long ms) {
        try {
            return stop.await(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    List<Duration> delays() {
        return List.copyOf(delays);
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.join();
    }
}
