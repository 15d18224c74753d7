package dev.tidegate.processing;

import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Places;
import dev.tidegate.processing.document.Printable;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.mapping.Evaluation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Walks a canonical body and the draft that it was converted from, field by field. */
final class FieldTrail {
    private final Evaluation evaluation;
    private final Reading.Document document;
    private final Locator locator;
    private final ProvenanceSettings settings;
    private final List<Object> path = new ArrayList<>();
    private final List<FieldOrigin> fields = new ArrayList<>();

    FieldTrail(
            Evaluation evaluation,
            Reading.Document document,
            Locator locator,
            ProvenanceSettings settings) {
        this.evaluation = evaluation;
        this.document = document;
        this.locator = locator;
        this.settings = settings;
    }

    List<FieldOrigin> fields(GenericRecord body, Map<?, ?> draft) {
        fields.clear();
        visit(body, draft);
        return List.copyOf(fields);
    }

    private void visit(GenericRecord record, @Nullable Object draft) {
        for (var field : record.getSchema().getFields()) {
            var value = record.get(field.pos());
            if (value != null) {
                var drawn = draft instanceof Map<?, ?> map ? map.get(field.name()) : null;
                path.addLast(field.name());
                visit(value, draft, field.name(), drawn);
                path.removeLast();
            }
        }
    }

    /**
     * @param holder of the draft, that has {@code drawn} by {@code key}
     */
    private void visit(Object value, @Nullable Object holder, Object key, @Nullable Object drawn) {
        switch (value) {
            case GenericRecord nested -> visit(nested, drawn);
            case Collection<?> items -> {
                int index = 0;
                for (Object item : items) {
                    path.addLast(index);
                    if (drawn instanceof List<?> list) {
                        visit(item, list, index, index < list.size() ? list.get(index) : null);
                    } else {
                        visit(item, holder, key, drawn); // a list of one is its element
                    }
                    path.removeLast();
                    index++;
                }
            }
            default -> tell(holder, key, drawn);
        }
    }

    private void tell(@Nullable Object holder, Object key, @Nullable Object drawn) {
        if (fields.size() < settings.fieldsMax()) {
            List<List<Object>> origins =
                    holder == null || drawn == null
                            ? List.of()
                            : evaluation.origins(holder, key, drawn);
            fields.add(
                    new FieldOrigin(
                            Places.pointer("", path),
                            origins.stream()
                                    .limit(settings.placesMax())
                                    .map(this::place)
                                    .toList()));
        }
    }

    private FieldOrigin.Place place(List<Object> origin) {
        String place = document.places().at(origin);
        return locator.at(document, origin)
                .map(
                        found ->
                                new FieldOrigin.Place(
                                        place,
                                        (long) found.offset(),
                                        found.length(),
                                        Printable.text(found.text(), settings.textLengthMax())))
                .orElseGet(() -> new FieldOrigin.Place(place, null, null, null));
    }
}
