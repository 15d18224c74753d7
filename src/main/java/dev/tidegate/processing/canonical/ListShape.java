package dev.tidegate.processing.canonical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list; JSONata hands a list of one on as its element, so that is read as a list too. */
record ListShape(Shape item) implements Shape {
    @Override
    public @Nullable Object convert(Object value, Conversion conversion) {
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        var converted = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            conversion.enter(i);
            var element = items.get(i);
            converted.add(
                    element == null
                            ? conversion.refuse("missing_field", items, "There is nothing here.")
                            : item.convert(element, conversion));
            conversion.leave();
        }
        return converted;
    }
}
