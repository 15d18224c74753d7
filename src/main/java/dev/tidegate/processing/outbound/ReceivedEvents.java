package dev.tidegate.processing.outbound;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.contract.Renderer.Event;
import dev.tidegate.platform.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The events of a receipt: its bytes are read again, as the workers read them. */
public final class ReceivedEvents {
    private final Receipts receipts;
    private final RawReader raw;
    private final Interpreter interpreter;
    private final OutboundSettings limits;

    public ReceivedEvents(
            Receipts receipts, RawReader raw, Interpreter interpreter, OutboundSettings limits) {
        this.receipts = receipts;
        this.raw = raw;
        this.interpreter = interpreter;
        this.limits = limits;
    }

    /**
     * @param index of the one that is wanted, all where it is empty
     * @param mapping that reads the bytes; the source's present one where it is empty
     * @throws dev.tidegate.platform.web.ProblemException for a receipt that isn't the tenant's, an
     *     index it doesn't have, or an entry that is dead
     */
    List<Event> find(
            TenantId tenant, String receipt, Optional<Integer> index, Optional<String> mapping) {
        var known =
                receipts.read(tenant, receipt)
                        .orElseThrow(() -> RenderingProblems.receiptNotFound().asException());
        var entries = new ArrayList<CanonicalEvent>();
        for (RawAddress address : known.addresses()) {
            entries.addAll(interpreter.interpret(kept(tenant, address).message(), mapping));
            if (index.isEmpty() && entries.size() > limits.eventsMax()) {
                throw RenderingProblems.tooManyEvents(limits.eventsMax()).asException();
            }
        }
        if (index.isPresent()) {
            return List.of(alive(entries, index.get()));
        }
        return IntStream.range(0, entries.size()).mapToObj(at -> alive(entries, at)).toList();
    }

    private RawReader.Kept kept(TenantId tenant, RawAddress address) {
        try {
            return raw.find(tenant, address)
                    .orElseThrow(() -> RenderingProblems.receiptNotFound().asException());
        } catch (IllegalStateException e) {
            throw RenderingProblems.logUnavailable().asException();
        }
    }

    /** Nothing is left out in silence: what could not be read can't be told to others. */
    private static Event alive(List<CanonicalEvent> entries, int index) {
        if (index < 0 || index >= entries.size()) {
            throw RenderingProblems.noSuchEntry(index, entries.size()).asException();
        }
        var entry = entries.get(index);
        if (entry.type() == EventType.DEAD_LETTER) {
            throw RenderingProblems.deadEntry(index, entry).asException();
        }
        return Event.of(entry);
    }
}
