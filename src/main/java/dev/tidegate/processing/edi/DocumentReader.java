package dev.tidegate.processing.edi;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The segments of one set or message to a document, or why there is none: a type that is not read,
 * a flaw that the source doesn't tolerate, too many segments, or one that must be there and isn't.
 *
 * @param text that the segments stand in
 */
public record DocumentReader(String text, Tolerance tolerance, int segmentsMax) {
    /**
     * A set or message in its envelope.
     *
     * @param ref its place in the original
     * @param envelope headers that the mapping sees beside the segments, by their names
     * @param findings what is wrong with any of the envelopes around it
     * @param variables what the mapping is told beside the tree
     */
    public record Framed(
            String ref,
            List<? extends Segment> segments,
            Map<String, Segment> envelope,
            List<Finding> findings,
            Map<String, Object> variables) {}

    /**
     * @param grammar by which it is laid out; empty where its type is not read
     * @param unsupported told then
     */
    public Reading read(Framed framed, Optional<Grammar> grammar, Supplier<Failure> unsupported) {
        var failure =
                grammar.isEmpty() ? Optional.of(unsupported.get()) : failure(framed, grammar.get());
        return failure.isPresent()
                ? new Reading.Unreadable(framed.ref(), failure.get(), fingerprint(framed))
                : document(framed, grammar.orElseThrow());
    }

    private Optional<Failure> failure(Framed framed, Grammar grammar) {
        return tolerance
                .refusal(framed.findings())
                .map(DocumentReader::refused)
                .or(() -> tooLong(framed))
                .or(() -> Mandatory.missing(framed.segments(), grammar));
    }

    private Reading document(Framed framed, Grammar grammar) {
        var tree = Layout.of(framed.segments(), grammar);
        framed.envelope().forEach((name, segment) -> tree.put(name, Elements.of(segment, 1, 0)));
        return new Reading.Document(
                framed.ref(),
                tree,
                new EdiPlaces(tree, framed.ref(), grammar.lines()),
                fingerprint(framed),
                framed.findings().stream().map(Finding::told).toList(),
                framed.variables());
    }

    private Fingerprint fingerprint(Framed framed) {
        int begin = framed.segments().getFirst().begin();
        int end = framed.segments().getLast().end();
        return digest -> digest.update(text.substring(begin, end).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Failure> tooLong(Framed framed) {
        return framed.segments().size() <= segmentsMax
                ? Optional.empty()
                : Optional.of(
                        new Failure(
                                FailureClass.POLICY_REJECTION,
                                "limit_exceeded",
                                "",
                                "It has more than " + segmentsMax + " segments.",
                                "Ask the partner for smaller ones."));
    }

    private static Failure refused(Finding finding) {
        return Failure.dataQuality(
                finding.flaw().code(),
                finding.place(),
                finding.reason(),
                "Ask the partner to send it again. Which flaws are refused is the source's to say, by"
                        + " its strictness or the parameter refuse.");
    }
}
