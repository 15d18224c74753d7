package dev.tidegate.processing.tabular;

import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A record of the file.
 *
 * @param number as a person counts rows in a spreadsheet: the header row is 1
 * @param fields as told; of a row with far too many only the first few
 * @param fieldCount how many there are in all
 * @param problem why its fields can't be told apart, or one of them says nothing
 */
record Row(long number, List<String> fields, int fieldCount, Optional<Failure> problem) {
    private static final byte UNIT_SEPARATOR = 0x1F;

    boolean isBlank() {
        return problem.isEmpty() && fields.stream().allMatch(String::isBlank);
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
