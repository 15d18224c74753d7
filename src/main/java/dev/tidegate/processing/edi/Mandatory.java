package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Failure;
import java.util.List;
import java.util.Optional;

/** Segments and elements without which a set or message says nothing. */
public final class Mandatory {
    private Mandatory() {}

    /** The first that is lacking. */
    public static Optional<Failure> missing(List<? extends Segment> segments, Grammar grammar) {
        return grammar.mandatory().stream()
                .map(name -> missing(segments, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Failure> missing(List<? extends Segment> segments, String name) {
        String id = name.substring(0, name.indexOf('-') < 0 ? name.length() : name.indexOf('-'));
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).id().equals(id)) {
                return name.equals(id) ? Optional.empty() : missing(segments.get(i), i + 1, name);
            }
        }
        return Optional.of(
                Failure.dataQuality(
                        "missing_segment",
                        id,
                        "There is no " + id + " segment, and there must be one.",
                        "Ask the partner to send it again, whole."));
    }

    private static Optional<Failure> missing(Segment segment, int index, String name) {
        int position = Integer.parseInt(name.substring(name.indexOf('-') + 1));
        return segment.element(position).isEmpty()
                ? Optional.of(
                        Failure.dataQuality(
                                "missing_element",
                                "%s[1]-%02d (segment %d)".formatted(segment.id(), position, index),
                                "The element is empty, and it must not be.",
                                "Ask the partner to tell it, and to send it again."))
                : Optional.empty();
    }
}
