package dev.tidegate.governance.codelist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lists of {@code mappings/codes.json}: by name, then by code a meaning, or {@code {"meaning",
 * "note"}}. A tenant starts with them as version 1.
 */
final class ShippedLists {
    /** By name, codes in their own order. */
    static final Map<String, List<Code>> ALL = read();

    static final CodeBook BOOK =
            CodeBook.of(
                    ALL.entrySet().stream()
                            .map(
                                    list ->
                                            new CodeList(
                                                    list.getKey(),
                                                    1,
                                                    Code.meanings(list.getValue())))
                            .toList());

    private ShippedLists() {}

    private static Map<String, List<Code>> read() {
        try (var in = ShippedLists.class.getResourceAsStream("/mappings/codes.json")) {
            if (in == null) {
                throw new IllegalStateException("no mappings/codes.json on the class path");
            }
            var lists = new TreeMap<String, List<Code>>();
            JsonMapper.shared()
                    .readTree(in)
                    .properties()
                    .forEach(list -> lists.put(list.getKey(), codes(list.getValue())));
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of {@code {"EA": "EA", "1": {"meaning": "arrived", "note": "Arrival, completed"}}}. */
    static List<Code> codes(JsonNode list) {
        var codes = new ArrayList<Code>();
        list.properties().forEach(one -> codes.add(code(one.getKey(), one.getValue())));
        return codes;
    }

    private static Code code(String code, JsonNode told) {
        return told.isObject()
                ? new Code(code, told.path("meaning").asString(""), told.path("note").asString(""))
                : new Code(code, told.asString(), "");
    }
}
