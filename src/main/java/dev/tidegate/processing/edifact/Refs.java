package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.Printable;
import dev.tidegate.processing.document.Times;
import dev.tidegate.processing.edifact.Interchange.Message;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** What an envelope says of a message: its place by references, and which version it is. */
final class Refs {
    private static final int REFERENCE_LENGTH_MAX = 40;
    private static final long MICROS_PER_MINUTE = 60_000_000L;
    private static final long REFERENCES = 1_000_000_000L;

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

    /**
     * The interchange's minute since 1970 (UNB04) times 10^9, plus the digits of its reference
     * (UNB05): a later interchange has a higher version, and so has the later of one minute. Empty
     * where no UNB tells a time.
     */
    static OptionalLong version(Interchange interchange) {
        if (interchange.unb == null) {
            return OptionalLong.empty();
        }
        var minute = minute(interchange.unb.component(4, 1), interchange.unb.component(4, 2));
        return minute.isPresent()
                ? OptionalLong.of(minute.getAsLong() * REFERENCES + digits(interchange.reference()))
                : OptionalLong.empty();
    }

    private static long digits(String reference) {
        long number = 0;
        for (char c : reference.toCharArray()) {
            number = c >= '0' && c <= '9' ? (number * 10 + (c - '0')) % REFERENCES : number;
        }
        return number;
    }

    /** Six digits before syntax version 4, eight since; 70 and above are of the last century. */
    private static OptionalLong minute(String told, String time) {
        String date = told.length() == 6 ? (told.compareTo("70") < 0 ? "20" : "19") + told : told;
        if (date.length() != 8 || time.length() < 4) {
            return OptionalLong.empty();
        }
        String iso =
                "%s-%s-%sT%s:%s"
                        .formatted(
                                date.substring(0, 4),
                                date.substring(4, 6),
                                date.substring(6, 8),
                                time.substring(0, 2),
                                time.substring(2, 4));
        var micros = Times.micros(iso, ZoneOffset.UTC);
        return micros.isPresent()
                ? OptionalLong.of(micros.getAsLong() / MICROS_PER_MINUTE)
                : OptionalLong.empty();
    }
}
