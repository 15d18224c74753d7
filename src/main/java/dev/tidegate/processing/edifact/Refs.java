package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.Printable;
import dev.tidegate.processing.edi.Stamps;
import dev.tidegate.processing.edifact.Interchange.Message;
import java.util.OptionalLong;

/** What an envelope says of a message: its place by references, and which version it is. */
final class Refs {
    private static final int REFERENCE_LENGTH_MAX = 40;

    private Refs() {}

    /** {@code UNB05/UNH01}; with a group between them {@code UNB05/UNG05/UNH01}. */
    static String of(Interchange interchange, Message message) {
        String group = message.group == null ? "" : "/" + shown(message.group.reference());
        return of(interchange) + group + "/" + shown(message.unh().element(1));
    }

    static String of(Interchange interchange) {
        return shown(interchange.reference());
    }

    private static String shown(String reference) {
        return Printable.text(reference, REFERENCE_LENGTH_MAX);
    }

    /** The interchange's stamp, by UNB04 and UNB05; empty where no UNB tells a time. */
    static OptionalLong version(Interchange interchange) {
        if (interchange.unb == null) {
            return OptionalLong.empty();
        }
        var minute =
                Stamps.minute(interchange.unb.component(4, 1), interchange.unb.component(4, 2));
        return minute.isPresent()
                ? OptionalLong.of(Stamps.of(minute.getAsLong(), interchange.reference()))
                : OptionalLong.empty();
    }
}
