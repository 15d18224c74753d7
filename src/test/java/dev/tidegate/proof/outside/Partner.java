package dev.tidegate.proof.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One tenant's sender: follows its script, one message a request or a handful as NDJSON, and sends
 * again what got no answer, as senders do. Everything it sends and hears goes into the history.
 */
public final class Partner implements AutoCloseable {
    /** A source of its own, so that the demo's messages are no part of the proof. */
    public static final String SOURCE = "proof";

    private static final long RETRY_MS = 200;
    private static final int TOGETHER_MAX = 25;

    private final String tenant;
    private final Script script;
    private final Exchange exchange;
    private final Random random;
    private final long pauseMs;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param pauseMs between two requests
     */
    public Partner(String tenant, Door door, long seed, long pauseMs, Historian historian) {
        this.tenant = tenant;
        this.script = new Script(tenant, seed);
        this.random = new Random(seed);
        this.pauseMs = pauseMs;
        this.exchange = new Exchange(SOURCE, door, historian);
        this.thread = Thread.ofVirtual().name("partner-" + tenant).unstarted(this::work);
    }

    public Partner start() {
        thread.start();
        return this;
    }

    private void work() {
        while (!paused(pauseMs)) {
            sendSome();
        }
    }

    /** Sends at least so many messages from this very thread. */
    public void send(int messages) {
        for (int sent = 0; sent < messages; ) {
            sent += sendSome();
        }
    }

    private int sendSome() {
        var messages = compose();
        var left = exchange.send(messages).left();
        while (!left.isEmpty() && !paused(RETRY_MS)) {
            left = exchange.send(left).left();
        }
        return messages.size();
    }

    private List<Message> compose() {
        int count = random.nextInt(3) == 0 ? 1 + random.nextInt(TOGETHER_MAX) : 1;
        var messages = new ArrayList<Message>();
        for (int i = 0; i < count; i++) {
            messages.add(new Message(tenant, SOURCE, script.next()));
        }
        return messages;
    }

    /** Waits that long, or until it shall stop. */
    private boolean paused(long ms) {
        try {
            return stop.await(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends after the request in hand. */
    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.join();
    }
}
