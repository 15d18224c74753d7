package dev.tidegate.proof.flood;

import dev.tidegate.proof.outside.Act;
import dev.tidegate.proof.outside.Door;
import dev.tidegate.proof.outside.Exchange;
import dev.tidegate.proof.outside.Historian;
import dev.tidegate.proof.outside.Message;
import dev.tidegate.proof.outside.Partner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Sends orders as fast as the door takes them, whatever the door says. */
final class Flooder implements AutoCloseable {
    private static final int TOGETHER = 400;
    private static final Instant ORDERED = Instant.parse("2026-11-24T06:00:00Z");

    private final String tenant;
    private final Exchange exchange;
    private final AtomicLong numbers;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Tally tally;
    private final Thread thread = Thread.ofVirtual().unstarted(this::work);

    /** What all flooders heard, counted. */
    static final class Tally {
        final AtomicLong express = new AtomicLong();
        final AtomicLong surge = new AtomicLong();
        final AtomicLong refusals = new AtomicLong();
        final AtomicLong refusedWithoutSayingWhen = new AtomicLong();
        final AtomicLong otherwise = new AtomicLong();
    }

    Flooder(String tenant, Door door, Historian historian, AtomicLong numbers, Tally tally) {
        this.tenant = tenant;
        this.exchange = new Exchange(Partner.SOURCE, door, historian);
        this.numbers = numbers;
        this.tally = tally;
    }

    Flooder start() {
        thread.start();
        return this;
    }

    private void work() {
        while (running.get()) {
            var messages = new ArrayList<Message>();
            for (int i = 0; i < TOGETHER; i++) {
                messages.add(new Message(tenant, Partner.SOURCE, order(numbers.incrementAndGet())));
            }
            exchange.send(messages)
                    .answer()
                    .ifPresentOrElse(this::hear, tally.otherwise::incrementAndGet);
        }
    }

    private void hear(Door.Answer answer) {
        for (JsonNode receipt : answer.json().path("receipts")) {
            var surge = receipt.path("lane").asString("").equals("surge");
            (surge ? tally.surge : tally.express).incrementAndGet();
        }
        if (answer.status() == 429) {
            tally.refusals.incrementAndGet();
            if (answer.header("Retry-After").isEmpty()) {
                tally.refusedWithoutSayingWhen.incrementAndGet();
            }
        } else if (answer.status() != 202) {
            tally.otherwise.incrementAndGet();
        }
    }

    private static Act order(long number) {
        return new Act.Order(
                "sales",
                "FL-" + number,
                1,
                "open",
                ORDERED,
                List.of(new Act.Line("PRF-" + number % 25, "PDC0", BigDecimal.ONE)));
    }

    @Override
    public void close() throws InterruptedException {
        running.set(false);
        thread.join();
    }
}
