package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.edi.DocumentReader;
import dev.tidegate.processing.edi.DocumentReader.Framed;
import dev.tidegate.processing.edi.Grammar;
import dev.tidegate.processing.edi.Grammars;
import dev.tidegate.processing.edi.Segment;
import dev.tidegate.processing.edifact.Interchange.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Messages of one interchange to documents.
 *
 * @param withoutGrammar messages that the source's own mapping reads, laid out flat
 */
record MessageReader(
        Interchange interchange, DocumentReader documents, Set<String> withoutGrammar) {
    private static final Grammars GRAMMARS = Grammars.read("/edifact/grammar.txt");

    Reading read(Message message) {
        var findings = new ArrayList<>(message.findings);
        if (message.group != null) {
            findings.addAll(message.group.findings);
        }
        findings.addAll(interchange.findings);
        var framed =
                new Framed(
                        Refs.of(interchange, message),
                        message.segments,
                        envelope(message),
                        findings,
                        variables());
        return documents.read(framed, grammar(message.type()), () -> unsupported(message));
    }

    private Map<String, Segment> envelope(Message message) {
        var envelope = new HashMap<String, Segment>();
        if (interchange.unb != null) {
            envelope.put("UNB", interchange.unb);
        }
        if (message.group != null) {
            envelope.put("UNG", message.group.ung);
        }
        return envelope;
    }

    private Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        Refs.version(interchange).ifPresent(version -> variables.put("version", version));
        if (interchange.delimiters.repetition() != ' ') {
            variables.put("repetition", String.valueOf(interchange.delimiters.repetition()));
        }
        return variables;
    }

    private Optional<Grammar> grammar(String type) {
        var grammar = GRAMMARS.of(type);
        return grammar.isEmpty() && withoutGrammar.contains(type)
                ? Optional.of(Grammar.FLAT)
                : grammar;
    }

    private static Failure unsupported(Message message) {
        var unh = message.unh();
        String version = unh.component(2, 2) + "." + unh.component(2, 3);
        return Failure.schemaDrift(
                "unsupported_type",
                "UNH-02 (segment 1)",
                message.type().isEmpty()
                        ? "UNH02 tells no type of message."
                        : "The message \"%s\" (%s) is not read here."
                                .formatted(message.type(), version),
                "Messages read are %s; others need a mapping of the source's own and the parameter messages."
                        .formatted(String.join(", ", GRAMMARS.names())));
    }
}
