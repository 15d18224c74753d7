package dev.tidegate.proof.walls;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What path variables, parameters and bodies may name: the victim's own things, and beside each one
 * that exists nowhere but looks alike.
 */
final class Names {
    private final Map<String, Pair> pairs = new HashMap<>();

    record Pair(String victims, String missing) {}

    /**
     * @param place the variable or parameter, alone or after the endpoint's pattern: {@code id},
     *     {@code /v1/orders/{id} id}
     */
    Names with(String place, String victims, String missing) {
        pairs.put(place, new Pair(victims, missing));
        return this;
    }

    Optional<Pair> find(Endpoint endpoint, String place) {
        return Optional.ofNullable(pairs.get(endpoint.pattern() + " " + place))
                .or(() -> Optional.ofNullable(pairs.get(place)));
    }

    Pair get(Endpoint endpoint, String place) {
        return find(endpoint, place)
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no rule says what '%s' of %s may name: add it to Victim"
                                                .formatted(place, endpoint)));
    }

    /** An answer, as if it had been asked for {@code X}: so that two can be compared. */
    String anonymous(String text) {
        var anonymous =
                text.replaceAll("\"trace_id\":\"[0-9a-f]*\"", "\"trace_id\":\"\"")
                        .replaceAll("\"creationDate\":\"[^\"]*\"", "\"creationDate\":\"\"")
                        .replaceAll("\"lag_ms\":\\d+", "\"lag_ms\":0")
                        .replaceAll("\"\\w*as_of\":\"[^\"]*\"", "\"as_of\":\"\"");
        for (Pair pair : pairs.values()) {
            if (pair.victims().length() > 3) {
                anonymous = anonymous.replace(pair.victims(), "X").replace(pair.missing(), "X");
            }
        }
        return anonymous;
    }

    /** Fills {@code ${place}} in a body. */
    String fill(Endpoint endpoint, String body, boolean victims) {
        var filled = body;
        for (Map.Entry<String, Pair> pair : pairs.entrySet()) {
            filled =
                    filled.replace(
                            "${" + pair.getKey() + "}",
                            victims ? pair.getValue().victims() : pair.getValue().missing());
        }
        if (filled.contains("${")) {
            throw new AssertionError("no rule fills " + filled + " of " + endpoint);
        }
        return filled;
    }
}
