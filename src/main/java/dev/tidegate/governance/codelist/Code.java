package dev.tidegate.governance.codelist;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A code of a list.
 *
 * @param code as partners write it
 * @param meaning in canonical terms; blank where it is known to mean nothing
 * @param note for people: the name that its standard gives it, who agreed on it
 */
public record Code(String code, String meaning, String note) {
    /** In their order: of several codes that mean the same, {@code $code_for} takes the first. */
    static Map<String, String> meanings(List<Code> codes) {
        var meanings = new LinkedHashMap<String, String>();
        codes.forEach(one -> meanings.put(one.code(), one.meaning()));
        return Collections.unmodifiableMap(meanings);
    }
}
