package dev.tidegate.ingestion.admission;

/** One request's leave to be here, and the bytes it holds; for one thread. */
public final class Pass implements AutoCloseable {
    private final TenantGate gate;
    private final Memory all;
    private long held;

    Pass(TenantGate gate, Memory all) {
        this.gate = gate;
        this.all = all;
    }

    /** For one message, which counts from now on. */
    public Verdict judge() {
        return gate.judge();
    }

    /** Whether so much is pending that nothing more would be taken in; asked before reading. */
    public boolean isFull() {
        return gate.isFull();
    }

    /** Takes memory, or none of it when the tenant's or everybody's would be exceeded. */
    public boolean hold(long bytes) {
        if (!gate.memory().take(bytes)) {
            return false;
        }
        if (!all.take(bytes)) {
            gate.memory().giveBack(bytes);
            return false;
        }
        held += bytes;
        return true;
    }

    /** How many more messages would go express right now. */
    public long expressLeft() {
        return gate.expressLeft();
    }

    @Override
    public void close() {
        gate.memory().giveBack(held);
        all.giveBack(held);
        held = 0;
        gate.leave();
    }
}
