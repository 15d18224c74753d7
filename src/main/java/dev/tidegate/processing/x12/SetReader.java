package dev.tidegate.processing.x12;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.edi.EdiPlaces;
import dev.tidegate.processing.edi.Elements;
import dev.tidegate.processing.edi.Finding;
import dev.tidegate.processing.edi.Grammar;
import dev.tidegate.processing.edi.Grammars;
import dev.tidegate.processing.edi.Layout;
import dev.tidegate.processing.edi.Mandatory;
import dev.tidegate.processing.edi.Tolerance;
import dev.tidegate.processing.x12.Interchange.Group;
import dev.tidegate.processing.x12.Interchange.TransactionSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets of one interchange to documents: which are read, which are refused, and why. */
final class SetReader {
    private static final Grammars GRAMMARS = Grammars.read("/x12/grammar.txt");
    private final String text;
    private final Interchange interchange;
    private final Tolerance tolerance;
    private final Set<String> withoutGrammar;
    private final int segmentsMax;

    /**
     * @param withoutGrammar sets that the source's own mapping reads, laid out flat
     */
    SetReader(
            String text,
            Interchange interchange,
            Tolerance tolerance,
            Set<String> withoutGrammar,
            int segmentsMax) {
        this.text = text;
        this.interchange = interchange;
        this.tolerance = tolerance;
        this.withoutGrammar = withoutGrammar;
        this.segmentsMax = segmentsMax;
    }

    Reading read(Group group, TransactionSet set) {
        String ref = Refs.of(interchange, group, set);
        var findings = new ArrayList<>(set.findings);
        findings.addAll(group.findings);
        findings.addAll(interchange.findings);
        var grammar = grammar(set.type());
        var failure =
                grammar.isEmpty()
                        ? Optional.of(unsupported(set))
                        : tolerance
                                .refusal(findings)
                                .map(SetReader::refused)
                                .or(() -> tooLong(set))
                                .or(() -> Mandatory.missing(set.segments, grammar.get()));
        return failure.isPresent()
                ? new Reading.Unreadable(ref, failure.get(), fingerprint(set.segments))
                : document(ref, group, set, grammar.orElseThrow(), findings);
    }

    private Reading document(
            String ref, Group group, TransactionSet set, Grammar grammar, List<Finding> findings) {
        var tree = Layout.of(set.segments, grammar);
        tree.put("ISA", Elements.of(interchange.isa, 1, 0));
        if (group.header != null) {
            tree.put("GS", Elements.of(group.header, 1, 0));
        }
        return new Reading.Document(
                ref,
                tree,
                new EdiPlaces(tree, ref, grammar.lines()),
                fingerprint(set.segments),
                findings.stream().map(Finding::told).toList(),
                variables(group));
    }

    /** A TA1, which stands in no set: the other side's word on an interchange of ours. */
    Reading readAcknowledgement(X12Segment ta1) {
        String ref = Refs.of(interchange) + "/TA1";
        var tree = new HashMap<String, Object>();
        tree.put("ISA", Elements.of(interchange.isa, 1, 0));
        tree.put("TA1", Elements.of(ta1, 1, 0));
        return new Reading.Document(
                ref,
                tree,
                new EdiPlaces(tree, ref, ""),
                fingerprint(List.of(ta1)),
                interchange.findings.stream().map(Finding::told).toList(),
                variables(new Group(null)));
    }

    private Map<String, Object> variables(Group group) {
        return Map.of(
                "version", Refs.version(interchange, group),
                "component", interchange.delimiters.component(),
                "repetition", interchange.delimiters.repetition());
    }

    private Optional<Grammar> grammar(String type) {
        var grammar = GRAMMARS.of(type);
        return grammar.isEmpty() && withoutGrammar.contains(type)
                ? Optional.of(Grammar.FLAT)
                : grammar;
    }

    private Fingerprint fingerprint(List<X12Segment> segments) {
        int begin = segments.getFirst().begin();
        int end = segments.getLast().end();
        return digest -> digest.update(text.substring(begin, end).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Failure> tooLong(TransactionSet set) {
        return set.segments.size() <= segmentsMax
                ? Optional.empty()
                : Optional.of(
                        new Failure(
                                FailureClass.POLICY_REJECTION,
                                "limit_exceeded",
                                "",
                                "The set has more than " + segmentsMax + " segments.",
                                "Ask the partner for smaller sets."));
    }

    private static Failure refused(Finding finding) {
        return Failure.dataQuality(
                finding.flaw().code(),
                finding.place(),
                finding.reason(),
                "Ask the partner to send it again. Which flaws are refused is the source's to say:"
                        + " docs/reference/x12.md.");
    }

    private static Failure unsupported(TransactionSet set) {
        return Failure.schemaDrift(
                "unsupported_type",
                "ST-01 (segment 1)",
                "Transaction set \"" + set.type() + "\" is not read here.",
                "Sets read are 850, 855, 856, 810, 846 and 997; others need a mapping of the"
                        + " source's own and the parameter sets.");
    }
}
