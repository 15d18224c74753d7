package dev.tidegate.governance.registry.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code minLength}, {@code maxLength} and {@code pattern}; {@code format} is an annotation. */
final class TextBounds implements Facet {
    private static final Counts LENGTH = new Counts("Length");

    @Override
    public Set<JsonType> types() {
        return Set.of(JsonType.STRING);
    }

    @Override
    public boolean asks(SchemaNode reader) {
        return LENGTH.isAskedBy(reader) || reader.has("pattern");
    }

    @Override
    public List<Incompatibility> misfits(
            Containment by, Shape whole, SchemaNode writer, SchemaNode reader, String place) {
        var misfits = new ArrayList<Incompatibility>();
        var texts = texts(whole);
        var lengths = texts.stream().flatMap(List::stream).mapToLong(TextBounds::length);
        var known = lengths.summaryStatistics();
        boolean listed = known.getCount() > 0;
        LENGTH.misfit(
                        writer,
                        reader,
                        listed ? known.getMin() : 0,
                        listed ? known.getMax() : Long.MAX_VALUE,
                        place)
                .ifPresent(misfits::add);
        if (reader.has("pattern") && !isMatched(by, texts, writer, reader)) {
            misfits.addAll(
                    Containment.one(
                            "PATTERN_CHANGED", place, "the pattern was added or is another"));
        }
        return misfits;
    }

    private static boolean isMatched(
            Containment by, Optional<List<String>> texts, SchemaNode writer, SchemaNode reader) {
        var pattern = reader.get("pattern").asString();
        return texts.map(all -> all.stream().allMatch(text -> by.finds(pattern, text)))
                .orElseGet(() -> writer.get("pattern").asString("").equals(pattern));
    }

    private static Optional<List<String>> texts(Shape writer) {
        return writer.values()
                .map(
                        values ->
                                values.stream()
                                        .filter(value -> value.isString())
                                        .map(value -> value.asString())
                                        .toList());
    }

    /** In characters, as the specification counts them. */
    private static long length(String text) {
        return text.codePointCount(0, text.length());
    }
}
