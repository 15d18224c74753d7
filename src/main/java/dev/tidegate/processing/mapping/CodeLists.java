package dev.tidegate.processing.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The code lists of {@code mappings/codes.json}, read once. */
public final class CodeLists {
    private static final Map<String, Map<String, String>> LISTS = read();

    private CodeLists() {}

    /** The list of that name; empty where there is none. */
    public static Map<String, String> named(String name) {
        return LISTS.getOrDefault(name, Map.of());
    }

    private static Map<String, Map<String, String>> read() {
        try (var in = CodeLists.class.getResourceAsStream("/mappings/codes.json")) {
            if (in == null) {
                throw new IllegalStateException("no mappings/codes.json on the class path");
            }
            return JsonMapper.shared().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
