package dev.tidegate.console.onboarding;

import dev.tidegate.processing.suggestion.Wish;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was filled in: the page carries it from step to step, so that nothing is kept before it is
 * asked for.
 */
public final class OnboardingForm {
    private static final String FILL = "fill.";
    private final Map<String, String> fields;

    OnboardingForm(Map<String, String> fields) {
        this.fields = fields;
    }

    public String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    public String source() {
        return text("source");
    }

    public String type() {
        return text("type");
    }

    /** The name of the file that was chosen; empty of what was pasted. */
    public String fileName() {
        return text("file_name");
    }

    String step() {
        return text("step");
    }

    /** A chosen file's bytes, or what was pasted. */
    byte[] sample() {
        String file = text("file_base64");
        try {
            return file.isEmpty()
                    ? fields.getOrDefault("content", "").getBytes(StandardCharsets.UTF_8)
                    : Base64.getDecoder().decode(file);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    public String sampleInBase64() {
        return Base64.getEncoder().encodeToString(sample());
    }

    /** By the file's name, where that says more than the bytes do. */
    String contentType() {
        boolean tabs = fileName().endsWith(".tsv") || fileName().endsWith(".tab");
        return tabs ? "text/tab-separated-values" : "application/octet-stream";
    }

    /** What fields are, by pointer; the last one told is of a guess that was corrected. */
    public Map<String, String> fills() {
        var fills = new LinkedHashMap<String, String>();
        fields.forEach(
                (name, value) -> {
                    if (name.startsWith(FILL) && !value.isBlank()) {
                        fills.put(name.substring(FILL.length()), value.strip());
                    }
                });
        if (!text("correct_field").isEmpty() && !text("correct_column").isEmpty()) {
            fills.put(text("correct_field"), text("correct_column"));
        }
        return fills;
    }

    Wish wish() {
        return new Wish(
                Optional.of(type()).filter(type -> !type.isEmpty()),
                Optional.empty(),
                Map.of(),
                fills());
    }

    /** The expression as it was written on; empty where it is to be drafted anew. */
    Optional<String> written() {
        return Optional.of(fields.getOrDefault("expression", ""))
                .map(text -> text.replace("\r\n", "\n"))
                .filter(text -> !text.isBlank());
    }
}
