package dev.tidegate.governance.registry.language;

import dev.tidegate.governance.registry.language.JsonText.Broken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** JSON Schema, drafts 4 to 2020-12. */
final class JsonLanguage implements Language {
    private final LanguageLimits limits;
    private final JsonText json;

    JsonLanguage(LanguageLimits limits) {
        this.limits = limits;
        json = new JsonText(limits);
    }

    @Override
    public Reading read(String text, List<Referred> referred) {
        try {
            var others = new HashMap<String, JsonDocument>();
            for (var other : referred) {
                var document = document(other.text(), others);
                others.put(other.name(), document);
                if (!document.id().isEmpty()) {
                    others.putIfAbsent(document.id(), document);
                }
            }
            return new Reading.Understood(new JsonSchema(document(text, others), json, limits));
        } catch (Broken e) {
            return e.refused();
        }
    }

    private JsonDocument document(String text, Map<String, JsonDocument> others) throws Broken {
        var root = json.read(text);
        var places = JsonGrammar.check(root);
        var document = new JsonDocument(root, places, others);
        for (var place : places) {
            refuseInnerId(place);
            refuseDangling(document, place);
        }
        return document;
    }

    /** It would change what the references within it mean. */
    private static void refuseInnerId(JsonGrammar.Place place) throws Broken {
        JsonNode id = place.schema().path("$id");
        if (!place.pointer().isEmpty() && id.isString() && !id.asString().startsWith("#")) {
            throw new Broken(
                    place.pointer() + "/$id",
                    "a schema within another has no $id of its own; register it under a subject"
                            + " and refer to it");
        }
    }

    private static void refuseDangling(JsonDocument document, JsonGrammar.Place place)
            throws Broken {
        var reference = place.schema().path("$ref");
        if (reference.isString() && document.resolve(reference.asString()).isEmpty()) {
            throw new Broken(
                    place.pointer() + "/$ref",
                    "nothing is at "
                            + reference.asString()
                            + "; name a schema of this text, or list it in references");
        }
    }
}
