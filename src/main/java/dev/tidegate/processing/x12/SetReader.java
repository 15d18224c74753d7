package dev.tidegate.processing.x12;

import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.edi.DocumentReader;
import dev.tidegate.processing.edi.DocumentReader.Framed;
import dev.tidegate.processing.edi.Grammar;
import dev.tidegate.processing.edi.Grammars;
import dev.tidegate.processing.edi.Segment;
import dev.tidegate.processing.x12.Interchange.Group;
import dev.tidegate.processing.x12.Interchange.TransactionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sets of one interchange to documents.
 *
 * @param withoutGrammar sets that the source's own mapping reads, laid out flat
 */
record SetReader(Interchange interchange, DocumentReader documents, Set<String> withoutGrammar) {
    private static final Grammars GRAMMARS = Grammars.read("/x12/grammar.txt");

    Reading read(Group group, TransactionSet set) {
        var findings = new ArrayList<>(set.findings);
        findings.addAll(group.findings);
        findings.addAll(interchange.findings);
        var envelope = new HashMap<String, Segment>();
        envelope.put("ISA", interchange.isa);
        if (group.header != null) {
            envelope.put("GS", group.header);
        }
        var framed =
                new Framed(
                        Refs.of(interchange, group, set),
                        set.segments,
                        envelope,
                        findings,
                        variables(group));
        return documents.read(framed, grammar(set.type()), () -> unsupported(set.type()));
    }

    /** A TA1, which stands in no set: the other side's word on an interchange of ours. */
    Reading readAcknowledgement(X12Segment ta1) {
        var framed =
                new Framed(
                        Refs.of(interchange) + "/TA1",
                        List.of(ta1),
                        Map.of("ISA", interchange.isa),
                        interchange.findings,
                        variables(new Group(null)));
        return documents.read(framed, Optional.of(Grammar.FLAT), () -> unsupported(ta1.id()));
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

    private static Failure unsupported(String type) {
        return Failure.schemaDrift(
                "unsupported_type",
                "ST-01 (segment 1)",
                "Transaction set \"" + type + "\" is not read here.",
                "Sets read are "
                        + String.join(", ", GRAMMARS.names())
                        + "; others need a mapping of the source's own and the parameter sets.");
    }
}
