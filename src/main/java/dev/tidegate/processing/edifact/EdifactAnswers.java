package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.edi.AnswerEnvelope;
import dev.tidegate.processing.edi.Fate;
import dev.tidegate.processing.edi.Verdict;
import dev.tidegate.processing.edi.Verdict.Word;
import dev.tidegate.processing.edifact.Framing.Part;
import dev.tidegate.processing.edifact.Interchange.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers to the interchanges of a message, as trees for {@link EdifactWriter}: a CONTRL (ISO
 * 9735-4) for each, with a UCM for each of its messages. An interchange of CONTRLs alone is never
 * acknowledged, and where one holds others too, its CONTRLs aren't.
 *
 * <p>Pure: the same bytes that became the same events have the same answers.
 */
public final class EdifactAnswers {
    private static final String ACKNOWLEDGEMENT = "CONTRL";
    private static final String REJECTED = "4";
    private static final String ACKNOWLEDGED = "7";
    private final Map<String, List<Fate>> fates;

    private EdifactAnswers(Map<String, List<Fate>> fates) {
        this.fates = fates;
    }

    /**
     * @param fates of the events that the bytes became, by their ref
     * @param first the envelope of the first answer; the others' numbers follow it
     * @return empty where nothing in it is acknowledged
     */
    public static List<Outgoing> of(
            byte[] bytes, Map<String, List<Fate>> fates, AnswerEnvelope first) {
        var answers = new EdifactAnswers(fates);
        var all = new ArrayList<Outgoing>();
        var envelope = first;
        for (Part part : Framing.read(new String(bytes, Encoding.of(bytes).charset()))) {
            if (part instanceof Part.Whole(var interchange) && isAnswered(interchange)) {
                all.add(new Outgoing(answers.tree(interchange, envelope), Map.of()));
                envelope = envelope.next();
            }
        }
        return all;
    }

    /** Without a reference there is nothing to name it by. */
    private static boolean isAnswered(Interchange interchange) {
        return !interchange.reference().isEmpty()
                && interchange.messages.stream()
                        .anyMatch(message -> !message.type().equals(ACKNOWLEDGEMENT));
    }

    private Map<String, Object> tree(Interchange interchange, AnswerEnvelope envelope) {
        var messages = new ArrayList<Map<String, Object>>();
        boolean rejected = true;
        for (Message message : interchange.messages) {
            if (!message.type().equals(ACKNOWLEDGEMENT)) {
                var told = fates.getOrDefault(Refs.of(interchange, message), List.of());
                var verdict = Verdict.of(told, MessageAnswer.CODES.keySet());
                rejected &= verdict.word() == Word.REJECTED;
                messages.add(new MessageAnswer(message, verdict).tree());
            }
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("UNB", unb(interchange, envelope));
        tree.put(
                "UNH",
                Map.of("01", "1", "02", ACKNOWLEDGEMENT, "02-2", "D", "02-3", "3", "02-4", "UN"));
        tree.put("UCI", uci(interchange, rejected));
        tree.put("UCM_loop", messages);
        return tree;
    }

    /**
     * Sender and recipient as the interchange told them. Acknowledged (7) where some of it is
     * rejected too: a message that is has its own word.
     */
    private static Map<String, Object> uci(Interchange interchange, boolean rejected) {
        var uci = new LinkedHashMap<String, Object>();
        uci.put("01", interchange.reference());
        copy(interchange, 2, uci, "02");
        copy(interchange, 3, uci, "03");
        uci.put("04", rejected ? REJECTED : ACKNOWLEDGED);
        return uci;
    }

    private static Map<String, Object> unb(Interchange interchange, AnswerEnvelope envelope) {
        var unb = new LinkedHashMap<String, Object>();
        unb.put("01", repertoire(interchange).name());
        unb.put("01-2", "3");
        copy(interchange, 3, unb, "02");
        copy(interchange, 2, unb, "03");
        unb.put("04", envelope.shortDate());
        unb.put("04-2", envelope.time());
        unb.put("05", Long.toString(envelope.controlNumber()));
        if (interchange.unb != null && interchange.unb.element(11).equals("1")) {
            unb.put("11", "1");
        }
        return unb;
    }

    /** Many a sender tells level A and writes small letters in its own name. */
    private static Repertoire repertoire(Interchange interchange) {
        var unb = interchange.unb;
        var texts = new StringBuilder();
        if (unb != null) {
            unb.forEach((_, value) -> texts.append(value));
        }
        for (Message message : interchange.messages) {
            message.unh().forEach((_, value) -> texts.append(value));
        }
        return Repertoire.fitting(unb == null ? "" : unb.element(1), texts.toString());
    }

    private static void copy(
            Interchange interchange, int element, Map<String, Object> to, String name) {
        if (interchange.unb != null) {
            to.put(name, interchange.unb.component(element, 1));
            to.put(name + "-2", interchange.unb.component(element, 2));
        }
    }
}
