package dev.tidegate.operations.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dead letter's id, within its tenant: {@code dl_42}. */
public record DeadLetterId(long number) {
    private static final Pattern FORM = Pattern.compile("dl_([1-9][0-9]{0,17})");

    /** Empty when the text is no such id. */
    public static Optional<DeadLetterId> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new DeadLetterId(Long.parseLong(form.group(1))))
                : Optional.empty();
    }

    @Override
    @JsonValue
    public String toString() {
        return "dl_" + number;
    }
}
