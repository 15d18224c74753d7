package dev.tidegate.platform.gs1;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GS1 Digital Link URIs, uncompressed (GS1 Digital Link Standard: URI Syntax): any host, any path
 * before the key, then pairs of application identifier and value. Data attributes of the query are
 * not read: they name nothing.
 */
final class DigitalLink {
    private static final List<String> QUALIFIERS =
            List.of(Gs1Id.LOT, Gs1Id.SERIAL, "235", Gs1Id.GLN_EXTENSION);
    private static final int SEGMENTS_MAX = 40;

    private DigitalLink() {}

    static Optional<Gs1Id> read(String uri) {
        int host = uri.indexOf("://") + 3;
        int path = uri.indexOf('/', host);
        if (path < 0) {
            return Optional.empty();
        }
        var segments = uri.substring(path + 1).split("[?#]", 2)[0].split("/", SEGMENTS_MAX);
        for (int i = 0; i + 1 < segments.length; i++) {
            var key = key(segments[i], decoded(segments[i + 1]));
            if (key.isPresent()) {
                return Optional.of(qualified(segments, i, key.get()));
            }
        }
        return Optional.empty();
    }

    private static Gs1Id qualified(String[] segments, int at, String key) {
        Map<String, String> elements = new LinkedHashMap<>();
        elements.put(segments[at], key);
        for (int i = at + 2; i + 1 < segments.length; i += 2) {
            String value = decoded(segments[i + 1]);
            if (QUALIFIERS.contains(segments[i]) && Digits.isReference(value)) {
                elements.put(segments[i], value);
            }
        }
        return new Gs1Id(elements);
    }

    /** The key's value, where it is one and its digits check. */
    private static Optional<String> key(String identifier, String value) {
        return switch (identifier) {
            case Gs1Id.GTIN -> gtin(value);
            case Gs1Id.SSCC, "8017", "8018" -> checked(value, 18);
            case Gs1Id.GLN, Gs1Id.PARTY_GLN -> checked(value, 13);
            case "8003" -> numbered(value, 14);
            case "253" -> numbered(value, 13);
            case "8004" -> Optional.of(value).filter(Digits::isReference);
            default -> Optional.empty();
        };
    }

    private static Optional<String> gtin(String value) {
        return switch (value.length()) {
            case 8, 12, 13, 14 -> checked("0".repeat(14 - value.length()) + value, 14);
            default -> Optional.empty();
        };
    }

    private static Optional<String> checked(String value, int length) {
        return Optional.of(value).filter(digits -> Digits.areChecked(digits, length));
    }

    private static Optional<String> numbered(String value, int length) {
        return Optional.of(value)
                .filter(Digits::isReference)
                .filter(text -> text.length() >= length)
                .filter(text -> Digits.areChecked(text.substring(0, length), length));
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
