package dev.tidegate.governance.registry.language;

import static java.util.Map.entry;

import dev.tidegate.governance.registry.language.JsonText.Broken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * JSON Schema's keywords, drafts 4 to 2020-12, and what may stand behind each. Other members are
 * annotations, as the specification has it.
 */
final class JsonGrammar {
    private static final int EXPONENT_MAX = 1_000;

    private static final Kind SCHEMA = new Kind("a schema", JsonGrammar::isSchema, Inner.ONE);
    private static final Kind SCHEMAS =
            new Kind("a list of schemas", list(JsonGrammar::isSchema, 1), Inner.ELEMENTS);
    private static final Kind SCHEMA_MAP =
            new Kind("an object of schemas", members(JsonGrammar::isSchema), Inner.MEMBERS);
    private static final Kind ITEMS =
            new Kind(
                    "a schema or a list of schemas",
                    value -> isSchema(value) || list(JsonGrammar::isSchema, 0).test(value),
                    Inner.ONE_OR_ELEMENTS);
    private static final Kind DEPENDENCIES =
            new Kind(
                    "an object of schemas or lists of names",
                    members(value -> isSchema(value) || names(value)),
                    Inner.MEMBERS);
    private static final Kind PATTERN_MAP =
            new Kind(
                    "an object of regular expressions and schemas",
                    members(JsonGrammar::isSchema).and(JsonGrammar::arePatterns),
                    Inner.MEMBERS);
    private static final Kind TYPE =
            plain(
                    "a type or a list of types",
                    v -> isType(v) || list(JsonGrammar::isType, 1).test(v));
    private static final Kind VALUES = plain("a list of values", list(value -> true, 1));
    private static final Kind ANY = plain("a value", value -> true);
    private static final Kind NUMBER = plain("a number", JsonNode::isNumber);
    private static final Kind BOUND =
            plain("a number", value -> value.isNumber() || value.isBoolean());
    private static final Kind POSITIVE =
            plain("a number above 0", v -> v.isNumber() && v.decimalValue().signum() > 0);
    private static final Kind COUNT =
            plain("a whole number from 0", v -> v.isIntegralNumber() && v.asLong(-1) >= 0);
    private static final Kind TEXT = plain("a string", JsonNode::isString);
    private static final Kind PATTERN =
            plain(
                    "a regular expression of at most 1000 characters",
                    v -> v.isString() && isPattern(v.asString()));
    private static final Kind FLAG = plain("true or false", JsonNode::isBoolean);
    private static final Kind NAMES = plain("a list of names", JsonGrammar::names);
    private static final Kind NAME_LISTS =
            plain("an object of lists of names", members(JsonGrammar::names));
    private static final Kind NEVER =
            plain("nothing: this registry can't follow it; use $ref", value -> false);

    private static final Map<String, Kind> KEYWORDS =
            Map.ofEntries(
                    entry("$ref", TEXT),
                    entry("$anchor", TEXT),
                    entry("$dynamicRef", NEVER),
                    entry("$recursiveRef", NEVER),
                    entry("$defs", SCHEMA_MAP),
                    entry("definitions", SCHEMA_MAP),
                    entry("type", TYPE),
                    entry("enum", VALUES),
                    entry("const", ANY),
                    entry("allOf", SCHEMAS),
                    entry("anyOf", SCHEMAS),
                    entry("oneOf", SCHEMAS),
                    entry("not", SCHEMA),
                    entry("if", SCHEMA),
                    entry("then", SCHEMA),
                    entry("else", SCHEMA),
                    entry("minimum", NUMBER),
                    entry("maximum", NUMBER),
                    entry("exclusiveMinimum", BOUND),
                    entry("exclusiveMaximum", BOUND),
                    entry("multipleOf", POSITIVE),
                    entry("minLength", COUNT),
                    entry("maxLength", COUNT),
                    entry("pattern", PATTERN),
                    entry("items", ITEMS),
                    entry("prefixItems", SCHEMAS),
                    entry("additionalItems", SCHEMA),
                    entry("unevaluatedItems", SCHEMA),
                    entry("contains", SCHEMA),
                    entry("minContains", COUNT),
                    entry("maxContains", COUNT),
                    entry("minItems", COUNT),
                    entry("maxItems", COUNT),
                    entry("uniqueItems", FLAG),
                    entry("properties", SCHEMA_MAP),
                    entry("patternProperties", PATTERN_MAP),
                    entry("additionalProperties", SCHEMA),
                    entry("unevaluatedProperties", SCHEMA),
                    entry("propertyNames", SCHEMA),
                    entry("required", NAMES),
                    entry("minProperties", COUNT),
                    entry("maxProperties", COUNT),
                    entry("dependencies", DEPENDENCIES),
                    entry("dependentSchemas", SCHEMA_MAP),
                    entry("dependentRequired", NAME_LISTS));

    private JsonGrammar() {}

    /** Which parts of a keyword's value are schemas themselves. */
    private enum Inner {
        NONE,
        ONE,
        ELEMENTS,
        MEMBERS,
        ONE_OR_ELEMENTS
    }

    private record Kind(String expected, Predicate<JsonNode> fits, Inner inner) {}

    /** A schema within a text, and where. */
    record Place(String pointer, JsonNode schema) {}

    /** Every schema of a text, itself first; each keyword of each has a value that it may have. */
    static List<Place> check(JsonNode root) throws Broken {
        if (!isSchema(root)) {
            throw new Broken("/", "a JSON Schema is an object, true or false");
        }
        refuseImmense(root, "");
        var all = new ArrayList<>(List.of(new Place("", root)));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(inner(all.get(i)));
        }
        return all;
    }

    private static List<Place> inner(Place place) throws Broken {
        var inner = new ArrayList<Place>();
        for (var member : place.schema().properties()) {
            var kind = KEYWORDS.get(member.getKey());
            if (kind != null) {
                var pointer = Pointers.child(place.pointer(), member.getKey());
                if (!kind.fits().test(member.getValue())) {
                    throw new Broken(pointer, "this must be " + kind.expected());
                }
                inner.addAll(schemas(kind.inner(), pointer, member.getValue()));
            }
        }
        return inner;
    }

    private static List<Place> schemas(Inner inner, String pointer, JsonNode value) {
        return switch (inner) {
            case NONE -> List.of();
            case ONE -> List.of(new Place(pointer, value));
            case ELEMENTS -> elements(pointer, value);
            case MEMBERS ->
                    value.properties().stream()
                            .filter(member -> isSchema(member.getValue()))
                            .map(
                                    member ->
                                            new Place(
                                                    Pointers.child(pointer, member.getKey()),
                                                    member.getValue()))
                            .toList();
            case ONE_OR_ELEMENTS ->
                    value.isArray() ? elements(pointer, value) : List.of(new Place(pointer, value));
        };
    }

    private static List<Place> elements(String pointer, JsonNode value) {
        var elements = new ArrayList<Place>();
        for (int i = 0; i < value.size(); i++) {
            elements.add(new Place(pointer + "/" + i, value.get(i)));
        }
        return elements;
    }

    private static Kind plain(String expected, Predicate<JsonNode> fits) {
        return new Kind(expected, fits, Inner.NONE);
    }

    static boolean isSchema(JsonNode value) {
        return value.isObject() || value.isBoolean();
    }

    private static boolean isType(JsonNode value) {
        return value.isString() && !JsonType.named(value.asString()).isEmpty();
    }

    /** Numbers beyond all measure would take for ever to calculate with. */
    private static void refuseImmense(JsonNode value, String pointer) throws Broken {
        if (value.isNumber() && Math.abs(value.decimalValue().scale()) > EXPONENT_MAX) {
            throw new Broken(pointer, "the number's exponent is beyond " + EXPONENT_MAX);
        }
        for (var member : value.properties()) {
            refuseImmense(member.getValue(), Pointers.child(pointer, member.getKey()));
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            refuseImmense(value.get(i), pointer + "/" + i);
        }
    }

    private static boolean isPattern(String text) {
        if (text.length() > BoundedMatch.PATTERN_LENGTH_MAX) {
            return false;
        }
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean arePatterns(JsonNode value) {
        return value.propertyNames().stream().allMatch(JsonGrammar::isPattern);
    }

    private static boolean names(JsonNode value) {
        return list(JsonNode::isString, 0).test(value);
    }

    private static Predicate<JsonNode> list(Predicate<JsonNode> each, int least) {
        return value ->
                value.isArray()
                        && value.size() >= least
                        && StreamSupport.stream(value.spliterator(), false).allMatch(each);
    }

    private static Predicate<JsonNode> members(Predicate<JsonNode> each) {
        return value ->
                value.isObject()
                        && value.properties().stream()
                                .allMatch(member -> each.test(member.getValue()));
    }
}
