package dev.tidegate.processing.outbound;

import dev.tidegate.contract.EventType;
import dev.tidegate.contract.FailureClass;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Unusable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an outbound mapping drew: {@code {"format", "tree", ...}}, or several of one format. All
 * members but those two are the document's variables.
 */
sealed interface Drawn {
    record Documents(Adapter format, List<Outgoing> documents) implements Drawn {}

    record Nothing(Failure failure) implements Drawn {}

    /**
     * @param depthMax levels of nesting of one
     */
    static Drawn of(@Nullable Object drawn, int depthMax) {
        var all = new ArrayList<Map<?, ?>>();
        for (Object one : drawn instanceof List<?> list ? list : oneOf(drawn)) {
            if (!(one instanceof Map<?, ?> map)) {
                return new Nothing(noDocument());
            }
            if (EventType.DEAD_LETTER.label().equals(map.get("type"))) {
                return new Nothing(told(map));
            }
            all.add(map);
        }
        return all.isEmpty() ? new Nothing(noDocument()) : documents(all, depthMax);
    }

    private static List<?> oneOf(@Nullable Object drawn) {
        return drawn == null ? List.of() : List.of(drawn);
    }

    private static Drawn documents(List<Map<?, ?>> all, int depthMax) {
        var unusable =
                all.stream()
                        .map(one -> FirstUnusable.in(one, depthMax))
                        .flatMap(Optional::stream)
                        .findFirst();
        if (unusable.isPresent()) {
            return new Nothing(unusable(unusable.get()));
        }
        String name = String.valueOf(all.getFirst().get("format"));
        var format = Writers.format(name);
        if (format.isEmpty()) {
            return new Nothing(unknownFormat(name));
        }
        var documents = new ArrayList<Outgoing>(all.size());
        for (Map<?, ?> one : all) {
            if (!name.equals(one.get("format")) || !(one.get("tree") instanceof Map<?, ?> tree)) {
                return new Nothing(noDocument());
            }
            documents.add(new Outgoing(tree, variables(one)));
        }
        return new Documents(format.get(), documents);
    }

    private static Map<String, Object> variables(Map<?, ?> drawn) {
        var variables = new LinkedHashMap<String, Object>();
        drawn.forEach(
                (name, value) -> {
                    if (value != null && !name.equals("format") && !name.equals("tree")) {
                        variables.put(String.valueOf(name), value);
                    }
                });
        return variables;
    }

    private static Failure noDocument() {
        return Failure.dataQuality(
                "no_document",
                "",
                "The mapping drew no document: {\"format\": ..., \"tree\": {...}}, or a list of such"
                        + " of one format.",
                "Choose a mapping that is made for this type of event.");
    }

    private static Failure unknownFormat(String name) {
        return Failure.dataQuality(
                "unknown_format",
                "/format",
                "The mapping tells the format " + name + ".",
                "Let it tell one of " + String.join(", ", Writers.names()) + ".");
    }

    private static Failure unusable(FirstUnusable.Found found) {
        Unusable value = found.value();
        return Failure.dataQuality(
                value.code(),
                found.pointer(),
                value.reason(),
                "Mend the event at its source, or draw the value otherwise in a mapping of your"
                        + " own.");
    }

    /** What the mapping refuses by {@code $reject}. */
    private static Failure told(Map<?, ?> map) {
        var body = map.get("body") instanceof Map<?, ?> told ? told : Map.of();
        return new Failure(
                failureClass(text(body, "class")),
                text(body, "code"),
                text(body, "place"),
                text(body, "reason"),
                text(body, "next_step"));
    }

    private static FailureClass failureClass(String told) {
        try {
            return FailureClass.of(told);
        } catch (IllegalArgumentException _) {
            return FailureClass.DATA_QUALITY;
        }
    }

    private static String text(Map<?, ?> body, String name) {
        return body.get(name) == null ? "" : String.valueOf(body.get(name));
    }
}
