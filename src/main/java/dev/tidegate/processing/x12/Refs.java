package dev.tidegate.processing.x12;

import dev.tidegate.processing.document.Printable;
import dev.tidegate.processing.edi.Stamps;
import dev.tidegate.processing.x12.Interchange.Group;
import dev.tidegate.processing.x12.Interchange.TransactionSet;

/** What an envelope says of a set: its place by control numbers, and which version it is. */
final class Refs {
    private static final int NUMBER_LENGTH_MAX = 40;

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
     * The interchange's stamp, by ISA09, ISA10 and ISA13. Where ISA's time is none, the group's
     * (GS04, GS05) stands for it.
     */
    static long version(Interchange interchange, Group group) {
        var minute = Stamps.minute(interchange.isa.element(9), interchange.isa.element(10));
        if (minute.isEmpty() && group.header != null) {
            minute = Stamps.minute(group.header.element(4), group.header.element(5));
        }
        return Stamps.of(minute.orElse(0), interchange.controlNumber());
    }
}
