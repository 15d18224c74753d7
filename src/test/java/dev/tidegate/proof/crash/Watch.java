package dev.tidegate.proof.crash;

import dev.tidegate.proof.check.Finding;
import dev.tidegate.proof.outside.Door;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Looks at balances through the API all the while: none may ever be below zero. */
final class Watch implements AutoCloseable {
    private static final long PAUSE_MS = 40;

    private final List<Door> doors;
    private final Random random = new Random(7);
    private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("watch").unstarted(this::look);
    private long looks;

    Watch(List<Door> doors) {
        this.doors = doors;
    }

    Watch start() {
        thread.start();
        return this;
    }

    private void look() {
        while (!stopped()) {
            var door = doors.get(random.nextInt(doors.size()));
            var path =
                    "/v1/inventory?item=PRF-%d&location=PDC%d"
                            .formatted(random.nextInt(25), random.nextInt(3));
            door.get(path)
                    .filter(answer -> answer.status() == 200)
                    .ifPresent(answer -> judge(path, answer.json()));
        }
    }

    private void judge(String path, JsonNode level) {
        looks++;
        var onHand = number(level, "on_hand");
        var available = number(level, "available");
        if (onHand.signum() < 0
                || available.signum() < 0
                || onHand.subtract(number(level, "reserved")).compareTo(available) != 0) {
            findings.add(new Finding(Finding.Kind.NEGATIVE, path + " is answered " + level));
        }
    }

    private static BigDecimal number(JsonNode level, String name) {
        return new BigDecimal(level.path(name).asString("0"));
    }

    private boolean stopped() {
        try {
            return stop.await(PAUSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    long looks() {
        return looks;
    }

    List<Finding> findings() {
        return findings;
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.join();
    }
}
