package dev.tidegate.processing.mapping;

import dev.tidegate.processing.document.Unusable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Codes of one list in terms of another, units, parties, and the source's own tables. */
final class CodeFunctions {
    private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
    private final Parameters parameters;

    CodeFunctions(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * @param list the name of a list in {@code mappings/codes.json}, or an object of code to
     *     meaning
     * @param otherwise stands for a code that the list doesn't have; without it the code is
     *     unusable
     */
    @Nullable Object code(
            @Nullable Object list, @Nullable Object value, @Nullable Object otherwise) {
        if (value == null || value.toString().isBlank()) {
            return otherwise;
        }
        Map<?, ?> codes =
                list instanceof Map<?, ?> map ? map : CodeLists.named(String.valueOf(list));
        var meaning = codes.get(value.toString().strip());
        if (meaning != null) {
            return meaning;
        }
        return otherwise != null
                ? otherwise
                : new Unusable("unknown_code", "No code \"" + value + "\" is known here.", value);
    }

    /**
     * The inverse of {@link #code}: the first code of the list that means the value.
     *
     * @param otherwise stands for a meaning that the list doesn't have; without it the meaning is
     *     unusable
     */
    @Nullable Object codeFor(
            @Nullable Object list, @Nullable Object meaning, @Nullable Object otherwise) {
        if (meaning == null || meaning.toString().isBlank()) {
            return otherwise;
        }
        Map<?, ?> codes =
                list instanceof Map<?, ?> map ? map : CodeLists.named(String.valueOf(list));
        for (Map.Entry<?, ?> entry : codes.entrySet()) {
            if (meaning.equals(entry.getValue())) {
                return entry.getKey();
            }
        }
        return otherwise != null
                ? otherwise
                : new Unusable(
                        "unknown_code", "No code for \"" + meaning + "\" is known here.", meaning);
    }

    /** X12 355 to UN/ECE Recommendation 20; a code that the table doesn't have stays as told. */
    @Nullable Object unit(@Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        String told = value.toString().strip().toUpperCase(Locale.ROOT);
        return CodeLists.named("x12-355").getOrDefault(told, told);
    }

    /** The value where it has the form of a GTIN (8, 12, 13 or 14 digits), else nothing. */
    @Nullable Object gtin(@Nullable Object value) {
        return value != null && GTIN.matcher(value.toString()).matches() ? value : null;
    }

    /**
     * A party by X12's qualifier of its identification (element 66); nothing where nothing is told.
     */
    @Nullable Object party(@Nullable String name, @Nullable String qualifier, @Nullable String id) {
        var party = new LinkedHashMap<String, Object>();
        put(
                party,
                switch (qualifier == null ? "" : qualifier) {
                    case "UL" -> "gln";
                    case "1", "9" -> "duns";
                    default -> "code";
                },
                id);
        put(party, "name", name);
        return party.isEmpty() ? null : party;
    }

    /** A party as a template tells it; nothing where nothing is told. */
    static @Nullable Object partner(
            @Nullable String code,
            @Nullable String name,
            @Nullable String gln,
            @Nullable String duns) {
        var party = new LinkedHashMap<String, Object>();
        put(party, "code", code);
        put(party, "name", name);
        put(party, "gln", gln);
        put(party, "duns", duns);
        return party.isEmpty() ? null : party;
    }

    private static void put(Map<String, Object> party, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            party.put(name, value);
        }
    }

    /**
     * In an object: its member. By a name: the entry {@code name.key} of the source's parameters,
     * so that a partner's codes can be told in the tenant's; the key itself where there is none.
     */
    @Nullable Object lookup(@Nullable Object table, @Nullable String key) {
        if (table instanceof Map<?, ?> map) {
            return key == null ? null : map.get(key);
        }
        return table == null || key == null
                ? key
                : parameters.lookup(table.toString(), key).orElse(key);
    }
}
