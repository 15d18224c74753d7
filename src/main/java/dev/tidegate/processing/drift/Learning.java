package dev.tidegate.processing.drift;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.contract.RawRecords;
import dev.tidegate.governance.accounting.RawLanes;
import dev.tidegate.governance.accounting.Span;
import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.governance.agreement.DocumentType;
import dev.tidegate.governance.agreement.DocumentType.When;
import dev.tidegate.governance.drift.ContractLearner;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.processing.Normaliser;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Reading.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Learns a contract from the kept bytes of a source, one at a time and within bounds. */
public final class Learning implements ContractLearner {
    private final RawLanes lanes;
    private final NormaliserSettings limits;
    private final LearnSettings settings;
    private final Semaphore turn = new Semaphore(1);

    public Learning(RawLanes lanes, NormaliserSettings limits, LearnSettings settings) {
        this.lanes = lanes;
        this.limits = limits;
        this.settings = settings;
    }

    @Override
    public Learned learn(SourceDefinition source, Span span) {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        if (!begin()) {
            throw busy().asException();
        }
        try {
            var stretches = lanes.stretches(span);
            if (stretches.stream().mapToLong(RawLanes.Stretch::length).sum()
                    > settings.recordsMax()) {
                throw tooBroad().asException();
            }
            var reading = new Reading(source);
            boolean whole = lanes.read(stretches, deadline, reading::read);
            return reading.learned(whole);
        } finally {
            turn.release();
        }
    }

    private boolean begin() {
        try {
            return turn.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Problem busy() {
        return Problem.fault(
                503,
                "busy",
                "Too many at a time",
                "Another contract is being learned; this one's turn did not come in time.",
                "Try again later.");
    }

    private static Problem tooBroad() {
        return Problem.of(
                        422,
                        "query_too_broad",
                        "The span holds too much",
                        "The raw lanes hold more records in this span than may be read at once.",
                        "Learn from a shorter span, such as the last day's.",
                        "Or raise tidegate.contracts.learning.records-max.")
                .at("/learn/from", "too long ago");
    }

    /** One contract under way. */
    private final class Reading {
        private final SourceDefinition source;
        private final Normaliser normaliser = new Normaliser(limits);
        private final Map<Optional<When>, Profile> kinds = new LinkedHashMap<>();
        private int messages;
        private boolean full;

        Reading(SourceDefinition source) {
            this.source = source;
        }

        void read(RawLanes.Stretch piece, List<ConsumerRecord<byte[], byte[]>> records) {
            for (var raw : records) {
                if (full || !isOfSource(raw)) {
                    continue;
                }
                if (messages == settings.messagesMax()) {
                    full = true;
                } else {
                    messages++;
                    read(RawRecords.read(piece.lane(), raw));
                }
            }
        }

        private boolean isOfSource(ConsumerRecord<byte[], byte[]> raw) {
            return RawRecords.tenant(raw.headers()).equals(source.tenant())
                    && RawRecords.source(raw.headers()).equals(source.source());
        }

        private void read(RawMessage message) {
            normaliser.documents(
                    message,
                    source,
                    document -> {
                        var kind = Kinds.of(document);
                        if (kinds.containsKey(kind) || kinds.size() < Kinds.KINDS_MAX) {
                            kinds.computeIfAbsent(kind, _ -> new Profile()).add(document.tree());
                        }
                    });
        }

        Learned learned(boolean whole) {
            var documents = new ArrayList<DocumentType>();
            kinds.forEach((when, profile) -> documents.add(document(when, profile)));
            return new Learned(documents, whole && !full, messages);
        }

        private DocumentType document(Optional<When> when, Profile profile) {
            var name = when.map(When::is).orElse("document");
            var inForce =
                    source.contract().fields().map(Agreement::documents).orElse(List.of()).stream()
                            .filter(one -> one.name().equals(name))
                            .findFirst();
            return new DocumentType(
                    name,
                    when,
                    Draft.of(profile, Kinds.tellsOnceOrMore(source.adapter()), inForce));
        }
    }

    /** Kinds of document told by what names them in each format. */
    private static final class Kinds {
        static final int KINDS_MAX = 50;
        private static final List<List<String>> NAMES =
                List.of(List.of("type"), List.of("ST", "01"), List.of("UNH", "02"));

        private Kinds() {}

        static Optional<When> of(Document document) {
            for (List<String> steps : NAMES) {
                var name = Beside.text(document.tree(), steps).filter(text -> text.length() <= 64);
                if (name.isPresent()) {
                    return Optional.of(new When("/" + String.join("/", steps), name.get()));
                }
            }
            return Optional.empty();
        }

        static boolean tellsOnceOrMore(SourceDefinition.Adapter adapter) {
            return switch (adapter) {
                case X12, EDIFACT, XML, EPCIS -> true;
                case JSON, CSV, TSV, FIXED_WIDTH, XLSX -> false;
            };
        }
    }
}
