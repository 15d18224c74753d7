package dev.tidegate.processing.outbound;

import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.edi.AnswerEnvelope;
import dev.tidegate.processing.edi.Fate;
import dev.tidegate.processing.edifact.EdifactAnswers;
import dev.tidegate.processing.x12.X12Answers;
import java.util.List;
import java.util.Optional;

/**
 * The syntactical answers to messages: 997, 999 and TA1 to X12, CONTRL to EDIFACT. A pure function
 * of the bytes, of how their source reads them, and of the answer's number; its time is the moment
 * when the bytes were accepted. So whoever asks twice is answered the same.
 */
public final class Answers {
    /** What parts addresses in a number: of as many partitions, two lanes each. */
    private static final long STEP = 1024;

    private final Interpreter interpreter;
    private final OutboundSettings limits;

    public Answers(Interpreter interpreter, OutboundSettings limits) {
        this.interpreter = interpreter;
        this.limits = limits;
    }

    /**
     * @param format that the message's source reads
     * @param number of the answer's first interchange; of the message's address where it is empty
     * @return no answer where there is nothing to acknowledge
     * @throws dev.tidegate.processing.document.Unwritable where the message's envelope tells what
     *     none can
     */
    Optional<Answer> to(RawMessage message, Adapter format, Optional<Long> number) {
        var fates = Fate.byRef(interpreter.interpret(message, Optional.empty()));
        var envelope =
                new AnswerEnvelope(
                        number.orElseGet(() -> number(message.address())), message.acceptedAt());
        return switch (format) {
            case X12 -> written(format, X12Answers.of(message.bytes(), fates, envelope));
            case EDIFACT -> written(format, EdifactAnswers.of(message.bytes(), fates, envelope));
            case JSON, CSV, TSV, FIXED_WIDTH, XLSX, XML, EPCIS -> Optional.empty();
        };
    }

    /** Ready to be sent. */
    record Answer(byte[] bytes, String contentType) {}

    private Optional<Answer> written(Adapter format, List<Outgoing> documents) {
        var writer = Writers.of(format, documents, limits);
        return documents.isEmpty() || writer.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Answer(
                                writer.get().write(documents, limits.documentSizeMax()),
                                writer.get().contentType()));
    }

    private static long number(RawAddress address) {
        long place = address.partition() * 2L + address.lane().ordinal();
        return 1 + Math.floorMod(address.offset() * STEP + place, AnswerEnvelope.NUMBER_MAX);
    }
}
