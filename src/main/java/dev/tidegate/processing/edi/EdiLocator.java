package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.TextBytes;
import java.util.List;
import java.util.Optional;

/** Elements and segments of X12 and EDIFACT in the bytes of their message. */
public record EdiLocator(TextBytes text) implements Locator {
    @Override
    public Optional<Stretch> at(Reading.Document document, List<Object> path) {
        return document.places() instanceof EdiPlaces places
                ? places.indexes(text.text(), path).map(at -> text.stretch(at[0], at[1]))
                : Optional.empty();
    }
}
