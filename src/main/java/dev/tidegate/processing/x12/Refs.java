package dev.tidegate.processing.x12;

import dev.tidegate.processing.document.Printable;
import dev.tidegate.processing.document.Times;
import dev.tidegate.processing.x12.Interchange.Group;
import dev.tidegate.processing.x12.Interchange.TransactionSet;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** What an envelope says of a set: its place by control numbers, and which version it is. */
final class Refs {
    private static final int NUMBER_LENGTH_MAX = 40;
    private static final long MICROS_PER_MINUTE = 60_000_000L;
    private static final long CONTROL_NUMBERS = 1_000_000_000L;

    private Refs() {}

    /** {@code ISA13/GS06/ST02}, as they are told. */
    static String of(Interchange interchange, Group group, TransactionSet set) {
        return of(interchange)
                + "/"
                + shown(group.controlNumber())
                + "/"
                + shown(set.st().element(2));
    }

    static String of(Interchange interchange) {
        return shown(interchange.controlNumber());
    }

    private static String shown(String number) {
        return Printable.text(number, NUMBER_LENGTH_MAX);
    }

    /**
     * The interchange's minute since 1970 (ISA09, ISA10) times 10^9, plus its control number
     * (ISA13): a later interchange has a higher version, and so has the later of one minute. Where
     * ISA's time is none, the group's (GS04, GS05) stands for it.
     */
    static long version(Interchange interchange, Group group) {
        String date = interchange.isa.element(9);
        var minute = minute(century(date) + date, interchange.isa.element(10));
        if (minute.isEmpty() && group.header != null) {
            minute = minute(group.header.element(4), group.header.element(5));
        }
        return minute.orElse(0) * CONTROL_NUMBERS + controlNumber(interchange);
    }

    /** ISA09 has six digits; 70 and above are of the last century. */
    private static String century(String yymmdd) {
        return yymmdd.compareTo("70") < 0 ? "20" : "19";
    }

    private static long controlNumber(Interchange interchange) {
        long number = 0;
        for (char c : interchange.controlNumber().toCharArray()) {
            number = c >= '0' && c <= '9' ? (number * 10 + (c - '0')) % CONTROL_NUMBERS : number;
        }
        return number;
    }

    private static OptionalLong minute(String date, String time) {
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
