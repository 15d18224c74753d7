package dev.tidegate.processing.edi;

import java.util.LinkedHashMap;

/** The counts of lines that a document's summary tells, which are counted and never taken. */
final class Totals {
    /** CNT01-1 (6069): number of line items in the message. */
    private static final String LINE_ITEMS = "2";

    private Totals() {}

    /** CTT01, or CNT01-2 where the CNT counts lines; other totals stay as told. */
    static Draft counted(Draft draft, long lines) {
        String member = draft.id().equals("CTT") ? "01" : "01-2";
        if (draft.id().equals("CNT") && !LINE_ITEMS.equals(draft.told().get("01"))) {
            return draft;
        }
        var elements = new LinkedHashMap<Object, Object>(draft.told());
        elements.put(member, lines);
        return new Draft(draft.id(), elements, draft.path(), draft.occurrence(), draft.index());
    }
}
