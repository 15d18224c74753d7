package dev.tidegate.governance.codelist;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A code of a list.
 *
 * @param code as partners write it
 * @param meaning in canonical terms; blank where it is known to mean nothing
 * @param note for people: the name that its standard gives it, who agreed on it
 */
public record Code(String code, String meaning, String note) {
    static Map<String, String> meanings(List<Code> codes) {
        var meanings = new TreeMap<String, String>();
        codes.forEach(one -> meanings.put(one.code(), one.meaning()));
        return Map.copyOf(meanings);
    }
}
