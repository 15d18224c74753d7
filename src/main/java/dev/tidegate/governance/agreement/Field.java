package dev.tidegate.governance.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a contract says of one field, as it is written; {@link Check} tells whether it may be.
 *
 * @param path from the top of the document's tree, with {@code *} for any item of a list: {@code
 *     /lines/*}{@code /quantity}
 * @param presence {@code required} in every object it belongs to, or {@code optional}
 * @param present how often it was there when the contract was learned, such as {@code 998/1000};
 *     told for the reader, never checked
 * @param shape a {@link Shape}
 * @param patterns of a date, see {@link DatePattern}
 * @param codes the closed set of a code's values
 * @param companion the field whose text says what the code means, such as the description beside it
 * @param units in which a number is told: UN/ECE Rec 20, a currency, or {@code none}
 * @param unitAt the field that says the unit, where one does
 * @param min the least number that is believed
 * @param max the greatest
 * @param classification {@code public}, {@code internal} or {@code personal}
 * @param onDrift {@code park}, which is the default, or {@code note}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Field(
        String path,
        Optional<String> presence,
        Optional<String> present,
        Optional<String> shape,
        List<String> patterns,
        List<Code> codes,
        Optional<String> companion,
        List<String> units,
        Optional<String> unitAt,
        Optional<String> min,
        Optional<String> max,
        Optional<String> classification,
        Optional<String> onDrift) {
    public static final String REQUIRED = "required";
    public static final String OPTIONAL = "optional";
    public static final String NOTE = "note";
    public static final String PARK = "park";
    public static final String PERSONAL = "personal";

    /**
     * One value of a closed set.
     *
     * @param meaning for people
     * @param says what the {@link Field#companion} may say beside it, in any case; empty: anything
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Code(String code, String meaning, List<String> says) {
        public Code {
            code = Objects.requireNonNullElse(code, "");
            meaning = Objects.requireNonNullElse(meaning, "");
            says = List.copyOf(Objects.requireNonNullElse(says, List.of()));
        }
    }

    public Field {
        path = Objects.requireNonNullElse(path, "");
        presence = Objects.requireNonNullElse(presence, Optional.empty());
        present = Objects.requireNonNullElse(present, Optional.empty());
        shape = Objects.requireNonNullElse(shape, Optional.empty());
        patterns = List.copyOf(Objects.requireNonNullElse(patterns, List.of()));
        codes = List.copyOf(Objects.requireNonNullElse(codes, List.of()));
        companion = Objects.requireNonNullElse(companion, Optional.empty());
        units = List.copyOf(Objects.requireNonNullElse(units, List.of()));
        unitAt = Objects.requireNonNullElse(unitAt, Optional.empty());
        min = Objects.requireNonNullElse(min, Optional.empty());
        max = Objects.requireNonNullElse(max, Optional.empty());
        classification = Objects.requireNonNullElse(classification, Optional.empty());
        onDrift = Objects.requireNonNullElse(onDrift, Optional.empty());
    }

    public boolean required() {
        return presence.filter(REQUIRED::equals).isPresent();
    }

    /** Its values are shown as forms only, in findings and dead letters. */
    public boolean personal() {
        return classification.filter(PERSONAL::equals).isPresent();
    }

    public boolean onlyNoted() {
        return onDrift.filter(NOTE::equals).isPresent();
    }
}
