package dev.tidegate.platform.gs1;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A GS1 key with what qualifies it, by GS1 application identifiers: what an EPC URN (GS1 Tag Data
 * Standard) and a GS1 Digital Link URI of the same thing have in common.
 *
 * @param elements by application identifier, the key first, check digits included
 */
public record Gs1Id(Map<String, String> elements) {
    public static final String SSCC = "00";
    public static final String GTIN = "01";
    public static final String LOT = "10";
    public static final String SERIAL = "21";
    public static final String GLN_EXTENSION = "254";
    public static final String GLN = "414";
    public static final String PARTY_GLN = "417";
    private static final int URI_LENGTH_MAX = 2_000;

    public Gs1Id {
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    }

    /** Empty for what is no GS1 key, or one whose digits don't check. */
    public static Optional<Gs1Id> of(String uri) {
        if (uri.length() > URI_LENGTH_MAX) {
            return Optional.empty();
        }
        if (uri.startsWith("urn:epc:")) {
            return EpcUrn.read(uri);
        }
        return uri.startsWith("https://") || uri.startsWith("http://")
                ? DigitalLink.read(uri)
                : Optional.empty();
    }

    /** How two tellings of one thing are found to be one: its normal form, else as told. */
    public static String normal(String uri) {
        return of(uri).map(Gs1Id::text).orElse(uri);
    }

    public Optional<String> element(String identifier) {
        return Optional.ofNullable(elements.get(identifier));
    }

    /** The place or party, where the key is one. */
    public Optional<String> gln() {
        return element(GLN).or(() -> element(PARTY_GLN));
    }

    /**
     * The element string with brackets (GS1 General Specifications): {@code
     * (01)09521141111116(21)101}. Of a thing with a serial number its lot is no part of the name.
     */
    public String text() {
        var text = new StringBuilder();
        elements.forEach(
                (identifier, value) -> {
                    if (!identifier.equals(LOT) || !elements.containsKey(SERIAL)) {
                        text.append('(').append(identifier).append(')').append(value);
                    }
                });
        return text.toString();
    }
}
