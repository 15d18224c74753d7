package dev.tidegate.processing.rehearsal;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.contract.RawRecords;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.accounting.RawLanes;
import dev.tidegate.governance.accounting.Span;
import dev.tidegate.governance.source.MappingRehearsal;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.processing.Normaliser;
import dev.tidegate.processing.NormaliserSettings;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a source has sent both ways, as it is read now and as a candidate would read it, by
 * the same pure function as the workers: what it tells is what would be, and it changes nothing.
 * Costs what the span holds, of all tenants, and two readings of each message of the source.
 */
public final class Rehearsals implements MappingRehearsal {
    private final RawLanes lanes;
    private final Receipts receipts;
    private final NormaliserSettings limits;
    private final RehearsalSettings settings;
    private final JsonMapper json;
    private final Semaphore turns;

    public Rehearsals(
            RawLanes lanes,
            Receipts receipts,
            NormaliserSettings limits,
            RehearsalSettings settings,
            JsonMapper json) {
        this.lanes = lanes;
        this.receipts = receipts;
        this.limits = limits;
        this.settings = settings;
        this.json = json;
        this.turns = new Semaphore(settings.rehearsalsMax());
    }

    /**
     * @param present the source as it is read now
     * @param candidate the same source, read by the candidate
     */
    record Asked(SourceDefinition present, SourceDefinition candidate, Span span) {}

    /**
     * @throws dev.tidegate.platform.web.ProblemException {@code query_too_broad} when the span
     *     holds more records than may be read; {@code busy} when the turn doesn't come in time
     */
    Report.Told rehearse(Asked asked) {
        return rehearse(asked, _ -> {});
    }

    @Override
    public JsonNode rehearse(
            SourceDefinition present, SourceDefinition candidate, Span span, LongConsumer read) {
        return json.valueToTree(rehearse(new Asked(present, candidate, span), read));
    }

    private Report.Told rehearse(Asked asked, LongConsumer read) {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        if (!turn()) {
            throw busy().asException();
        }
        try {
            var stretches = lanes.stretches(asked.span());
            if (stretches.stream().mapToLong(RawLanes.Stretch::length).sum()
                    > settings.recordsMax()) {
                throw tooBroad().asException();
            }
            var reading = new Reading(asked);
            boolean whole =
                    lanes.read(
                            stretches,
                            deadline,
                            (piece, raw) -> {
                                reading.read(piece, raw);
                                read.accept(reading.messages);
                            });
            return reading.report.told(asked, whole && !reading.full);
        } finally {
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One rehearsal under way. */
    private final class Reading {
        private final Asked asked;
        private final Normaliser normaliser = new Normaliser(limits);
        private final Report report = new Report(json, receipts, settings);
        private int messages;
        private boolean full;

        Reading(Asked asked) {
            this.asked = asked;
        }

        void read(RawLanes.Stretch piece, List<ConsumerRecord<byte[], byte[]>> records) {
            for (var raw : records) {
                if (full || !isOfSource(raw)) {
                    continue;
                }
                if (++messages > settings.messagesMax()) {
                    full = true;
                } else {
                    compare(RawRecords.read(piece.lane(), raw));
                }
            }
        }

        private boolean isOfSource(ConsumerRecord<byte[], byte[]> raw) {
            return RawRecords.tenant(raw.headers()).equals(asked.present().tenant())
                    && RawRecords.source(raw.headers()).equals(asked.present().source());
        }

        private void compare(RawMessage message) {
            report.add(
                    Change.of(
                            normaliser.normalise(message, asked.present()),
                            normaliser.normalise(message, asked.candidate())));
        }
    }

    private static Problem tooBroad() {
        return Problem.of(
                        422,
                        "query_too_broad",
                        "The span holds too much to read through",
                        "More was accepted in this time, by all, than may be read for one"
                                + " rehearsal.",
                        "Ask for a shorter span.",
                        "The bound is tidegate.rehearsal.records-max.")
                .at("/from", "too far from to");
    }

    private static Problem busy() {
        return Problem.fault(
                        503,
                        "busy",
                        "Too many ask for the same thing",
                        "Another rehearsal is under way; the turn didn't come in time.",
                        "Send it again after the time in Retry-After.")
                .withHeader("Retry-After", "30");
    }
}
