package dev.tidegate.governance.registry.language;

import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;

/** Avro 1.12: names and defaults are checked as its own parser does. */
final class AvroLanguage implements Language {
    private static final Set<String> TYPES = Set.of("type", "items", "values");

    private final LanguageLimits limits;
    private final JsonText json;

    AvroLanguage(LanguageLimits limits) {
        this.limits = limits;
        json = new JsonText(limits);
    }

    @Override
    public Reading read(String text, List<Referred> referred) {
        try {
            refuseWide(json.read(text), "", true);
            var parser = new Schema.Parser();
            referred.forEach(other -> parser.parse(other.text()));
            var others = List.copyOf(parser.getTypes().values());
            return new Reading.Understood(new AvroSchema(parser.parse(text), others, json));
        } catch (JsonText.Broken e) {
            return e.refused();
        } catch (AvroRuntimeException e) {
            return new Reading.Refused("", String.valueOf(e.getMessage()));
        }
    }

    /** A union stands at the top, or where a type does. */
    private void refuseWide(JsonNode value, String pointer, boolean isType) throws JsonText.Broken {
        if (isType && value.isArray() && value.size() > limits.branchesMax()) {
            throw new JsonText.Broken(
                    pointer,
                    "a union has at most "
                            + limits.branchesMax()
                            + " branches (tidegate.registry.union-branches-max)");
        }
        for (var member : value.properties()) {
            var inner = Pointers.child(pointer, member.getKey());
            refuseWide(member.getValue(), inner, TYPES.contains(member.getKey()));
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            refuseWide(value.get(i), pointer + "/" + i, false);
        }
    }
}
