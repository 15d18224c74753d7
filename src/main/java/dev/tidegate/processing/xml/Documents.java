package dev.tidegate.processing.xml;

import dev.tidegate.processing.xml.EnvelopeTable.Envelope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the envelopes of a message: what they hold are its documents. */
final class Documents {
    private final EnvelopeTable table = EnvelopeTable.TABLE;
    private final List<Found> found = new ArrayList<>();

    private Documents() {}

    /**
     * A document.
     *
     * @param xpath of its element
     * @param ref by which it is known
     * @param value as the tree has it
     * @param envelope what encloses it, without the documents; empty where nothing does
     */
    record Found(
            String name, String xpath, String ref, Object value, Map<String, Object> envelope) {}

    /** What encloses a document, and the number that this has. */
    private record Around(Map<String, Object> members, Optional<String> number) {
        static final Around NOTHING = new Around(Map.of(), Optional.empty());
    }

    /** The element whose children the documents are. */
    private record Holder(String xpath, Map<?, ?> members) {}

    /** In their order, none where an envelope is empty. */
    static List<Found> of(Tree tree) {
        var documents = new Documents();
        documents.open(tree.name(), "/" + tree.name(), tree.value(), Around.NOTHING);
        return documents.found;
    }

    private void open(String name, String xpath, Object value, Around around) {
        if (value instanceof Map<?, ?> tree) {
            var envelope = table.envelope(name, tree);
            if (envelope.isPresent()) {
                open(envelope.get(), name, holder(envelope.get(), xpath, tree), tree, around);
                return;
            }
        }
        String step = xpath.substring(xpath.lastIndexOf('/') + 1);
        String ref =
                table.number(name, value)
                        .or(() -> around.number().map(number -> number + "/" + step))
                        .orElse(xpath);
        found.add(new Found(name, xpath, ref, value, around.members()));
    }

    private void open(Envelope envelope, String name, Holder holder, Map<?, ?> tree, Around outer) {
        var members = new LinkedHashMap<String, Object>();
        var documents = new LinkedHashMap<String, Object>();
        holder.members()
                .forEach(
                        (child, value) ->
                                (envelope.holds(child.toString()) ? documents : members)
                                        .put(child.toString(), value));
        var around = new Around(members, table.number(name, tree).or(outer::number));
        documents.forEach(
                (child, value) -> openAll(child, holder.xpath() + "/" + child, value, around));
    }

    private void openAll(String name, String xpath, Object value, Around around) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                open(name, xpath + "[" + (i + 1) + "]", list.get(i), around);
            }
        } else {
            open(name, xpath, value, around);
        }
    }

    private static Holder holder(Envelope envelope, String xpath, Map<?, ?> tree) {
        var holder = new Holder(xpath, tree);
        for (String step : envelope.pathToHolder()) {
            holder =
                    new Holder(
                            holder.xpath() + "/" + step,
                            holder.members().get(step) instanceof Map<?, ?> inner
                                    ? inner
                                    : Map.of());
        }
        return holder;
    }
}
