package dev.tidegate.platform.gs1;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Vocabularies of the GS1 Core Business Vocabulary. A word of one is told as a URN ({@code
 * urn:epcglobal:cbv:bizstep:receiving}), as a web URI or compact IRI ({@code
 * https://ref.gs1.org/cbv/BizStep-receiving}, {@code cbv:BizStep-receiving}), or bare ({@code
 * receiving}): the bare word is the same in all of them.
 */
public enum Cbv {
    BUSINESS_STEP("bizstep", "BizStep-"),
    DISPOSITION("disp", "Disp-"),
    TRANSACTION_TYPE("btt", "BTT-"),
    SOURCE_OR_DESTINATION_TYPE("sdt", "SDT-"),
    ERROR_REASON("er", "ER-"),
    SENSOR_COMPONENT("comp", "Comp-"),
    /** Kinds and alerts of sensors stand in GS1's web vocabulary, without a prefix of their own. */
    WEB("voc", "");

    private static final List<String> CBV_ROOTS =
            List.of("https://ref.gs1.org/cbv/", "https://ns.gs1.org/cbv/", "cbv:");
    private static final List<String> WEB_ROOTS =
            List.of(
                    "https://gs1.org/voc/",
                    "https://www.gs1.org/voc/",
                    "https://ref.gs1.org/voc/",
                    "gs1:");
    private static final Pattern WORD = Pattern.compile("\\w{1,80}");

    private final String urn;
    private final String prefix;

    Cbv(String name, String prefix) {
        this.urn = "urn:epcglobal:cbv:" + name + ":";
        this.prefix = prefix;
    }

    /** The bare word; what is no word of this vocabulary stays as it is told. */
    public String bare(String told) {
        if (told.startsWith(urn)) {
            return word(told, urn.length());
        }
        for (String root : this == WEB ? WEB_ROOTS : CBV_ROOTS) {
            String start = root + prefix;
            if (told.regionMatches(true, 0, start, 0, start.length())) {
                return word(told, start.length());
            }
        }
        return told;
    }

    /** The URN of a bare word, as EPCIS tells it in XML; what is no bare word stays as it is. */
    public String urn(String word) {
        return WORD.matcher(word).matches() ? urn + word : word;
    }

    private static String word(String told, int from) {
        String rest = told.substring(from);
        return WORD.matcher(rest).matches() ? rest : told;
    }
}
