package dev.tidegate.governance.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One kind of document that a source sends.
 *
 * @param name such as {@code order} or {@code 850}
 * @param when how such a document is told from the source's others; absent where it sends but one
 * @param fields by their paths, in any order
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DocumentType(String name, Optional<When> when, List<Field> fields) {
    /**
     * A document is of this kind when this field says so.
     *
     * @param path without {@code *}: {@code /type}, {@code /ST/01}
     * @param is the value, letter for letter
     */
    public record When(String path, String is) {
        public When {
            path = Objects.requireNonNullElse(path, "");
            is = Objects.requireNonNullElse(is, "");
        }
    }

    public DocumentType {
        name = Objects.requireNonNullElse(name, "");
        when = Objects.requireNonNullElse(when, Optional.empty());
        fields = List.copyOf(Objects.requireNonNullElse(fields, List.of()));
    }
}
