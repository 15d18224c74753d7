package dev.tidegate.processing.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts that cells speak of by their number. */
final class SharedStrings {
    private final List<String> texts = new ArrayList<>();
    private final WorkbookSettings limits;
    private long length;

    private SharedStrings(WorkbookSettings limits) {
        this.limits = limits;
    }

    static SharedStrings of(Archive archive, Optional<String> part, WorkbookSettings limits) {
        var strings = new SharedStrings(limits);
        part.flatMap(archive::open).ifPresent(in -> strings.read(new Markup(in, strings::place)));
        return strings;
    }

    private String place() {
        return "shared string " + texts.size();
    }

    private void read(Markup in) {
        var item = new Texts(limits.cellLengthMax());
        for (var event = in.next(); event != Markup.Event.DONE; event = in.next()) {
            try {
                read(in, event, item);
            } catch (WorkbookRefused refused) {
                throw refused.at(place());
            }
        }
    }

    private void read(Markup in, Markup.Event event, Texts item) {
        switch (event) {
            case BEGIN -> item.begin(in);
            case TEXT -> item.add(in);
            case END -> {
                item.end(in);
                if (in.is("si")) {
                    add(item.taken());
                }
            }
            case DONE -> {}
        }
    }

    private void add(String text) {
        length += text.length() + 1;
        if (length > limits.sharedLengthMax() || texts.size() >= limits.cellsMax()) {
            throw WorkbookRefused.limit(
                    "",
                    "The shared strings have more than "
                            + limits.sharedLengthMax()
                            + " characters, or there are more than cells.",
                    "workbook.shared-length-max");
        }
        texts.add(text);
    }

    /**
     * A text of its own for each cell, so that {@link dev.tidegate.processing.document.Provenance}
     * can tell them apart.
     */
    Optional<String> text(int number) {
        return number < 0 || number >= texts.size()
                ? Optional.empty()
                : Optional.of(new String(texts.get(number)));
    }
}
