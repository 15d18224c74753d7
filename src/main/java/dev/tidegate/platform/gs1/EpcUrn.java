package dev.tidegate.platform.gs1;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * URNs of the GS1 Tag Data Standard: pure identities ({@code urn:epc:id:}), classes and patterns
 * without a serial number ({@code urn:epc:class:}, {@code urn:epc:idpat:}). The company prefix and
 * the reference are parted by a point, and the check digit is left out; here both are mended.
 */
final class EpcUrn {
    private static final Pattern FORM = Pattern.compile("urn:epc:(?:id|idpat|class):([a-z]+):(.+)");
    private static final int PARTS = 3;
    private static final String ANY = "*";
    private static final String NO_EXTENSION = "0";

    private EpcUrn() {}

    static Optional<Gs1Id> read(String urn) {
        var form = FORM.matcher(urn);
        if (!form.matches()) {
            return Optional.empty();
        }
        var parts = form.group(2).split("\\.", PARTS);
        return switch (form.group(1)) {
            case "sgtin" -> trade(parts, Gs1Id.SERIAL);
            case "upui" -> trade(parts, "235");
            case "lgtin" -> trade(parts, Gs1Id.LOT);
            case "sscc" -> container(parts);
            case "sgln" -> place(parts);
            case "pgln" -> key(Gs1Id.PARTY_GLN, parts, 12);
            case "gsrn" -> key("8018", parts, 17);
            case "gsrnp" -> key("8017", parts, 17);
            case "grai" -> numbered("8003", "0", parts);
            case "gdti" -> numbered("253", "", parts);
            case "giai" -> asset(form.group(2).split("\\.", 2));
            default -> Optional.empty();
        };
    }

    /** Prefix, indicator and item, then what tells one of them from another. */
    private static Optional<Gs1Id> trade(String[] parts, String qualifier) {
        if (parts.length < 2 || parts[1].isEmpty()) {
            return Optional.empty();
        }
        String digits = parts[1].charAt(0) + parts[0] + parts[1].substring(1);
        return Digits.are(digits, 13)
                ? qualified(Gs1Id.GTIN, Digits.checked(digits), qualifier, parts)
                : Optional.empty();
    }

    /** Prefix, then extension digit and serial reference. */
    private static Optional<Gs1Id> container(String[] parts) {
        if (parts.length != 2 || parts[1].isEmpty()) {
            return Optional.empty();
        }
        String digits = parts[1].charAt(0) + parts[0] + parts[1].substring(1);
        return Digits.are(digits, 17) ? one(Gs1Id.SSCC, Digits.checked(digits)) : Optional.empty();
    }

    private static Optional<Gs1Id> place(String[] parts) {
        if (parts.length < 2 || !Digits.are(parts[0] + parts[1], 12)) {
            return Optional.empty();
        }
        String gln = Digits.checked(parts[0] + parts[1]);
        return parts.length == PARTS && parts[2].equals(NO_EXTENSION)
                ? one(Gs1Id.GLN, gln)
                : qualified(Gs1Id.GLN, gln, Gs1Id.GLN_EXTENSION, parts);
    }

    private static Optional<Gs1Id> key(String identifier, String[] parts, int length) {
        return parts.length == 2 && Digits.are(parts[0] + parts[1], length)
                ? one(identifier, Digits.checked(parts[0] + parts[1]))
                : Optional.empty();
    }

    /** Keys that a serial number follows in the same element. */
    private static Optional<Gs1Id> numbered(String identifier, String filler, String[] parts) {
        if (parts.length < 2 || !Digits.are(parts[0] + parts[1], 12)) {
            return Optional.empty();
        }
        String key = filler + Digits.checked(parts[0] + parts[1]);
        return parts.length < PARTS || parts[2].equals(ANY)
                ? one(identifier, key)
                : decoded(parts[2]).flatMap(serial -> one(identifier, key + serial));
    }

    private static Optional<Gs1Id> asset(String[] parts) {
        return parts.length == 2 && !parts[0].isEmpty() && Digits.are(parts[0], parts[0].length())
                ? decoded(parts[1]).flatMap(reference -> one("8004", parts[0] + reference))
                : Optional.empty();
    }

    private static Optional<Gs1Id> one(String identifier, String value) {
        return Optional.of(new Gs1Id(Map.of(identifier, value)));
    }

    private static Optional<Gs1Id> qualified(
            String identifier, String value, String qualifier, String[] parts) {
        if (parts.length < PARTS || parts[2].equals(ANY)) {
            return one(identifier, value);
        }
        return decoded(parts[2])
                .map(
                        told -> {
                            var elements = new LinkedHashMap<String, String>();
                            elements.put(identifier, value);
                            elements.put(qualifier, told);
                            return new Gs1Id(elements);
                        });
    }

    private static Optional<String> decoded(String text) {
        try {
            var plain = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(plain).filter(Digits::isReference);
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
