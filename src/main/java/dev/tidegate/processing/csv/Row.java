package dev.tidegate.processing.csv;

import dev.tidegate.processing.document.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A record of the file.
 *
 * @param number as a person counts rows in a spreadsheet: the header row is 1
 * @param fields as told; of a row with far too many only the first few
 * @param fieldCount how many there are in all
 * @param unclosed whether a quote was opened in it that nothing closes
 */
record Row(long number, List<String> fields, int fieldCount, boolean unclosed) {
    private static final byte UNIT_SEPARATOR = 0x1F;

    String ref() {
        return "row:" + number;
    }

    boolean isBlank() {
        return fields.stream().allMatch(String::isBlank);
    }

    /** Where the row stands is no part of it: the same row in another file is the same. */
    Fingerprint fingerprint() {
        return digest -> {
            for (String field : fields) {
                digest.update(field.getBytes(StandardCharsets.UTF_8));
                digest.update(UNIT_SEPARATOR);
            }
        };
    }
}
