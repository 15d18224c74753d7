package dev.tidegate.governance.registry.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is called compatible is: a validator that knows nothing of these rules takes each value
 * for the reader that it takes for the writer. Schemas and values are made by chance, from a seed.
 */
class ContainmentIsTrueTest {
    private static final int PAIRS = 6_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Language LANGUAGE = new JsonLanguage(new LanguageLimits(64, 20, 20_000));
    private static final SchemaRegistry VALIDATOR =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final List<JsonNode> VALUES = values();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatTheWritersSchemaTakesTheReadersTakesToo(long seed) {
        var chance = new Random(seed);
        int compatible = 0;
        for (int i = 0; i < PAIRS; i++) {
            var writer = new Making(chance).schema(2);
            var reader =
                    chance.nextBoolean()
                            ? writer.replaceFirst("\\d", String.valueOf(1 + chance.nextInt(4)))
                            : new Making(chance).schema(2);
            if (read(reader).cannotRead(read(writer)).isEmpty()) {
                compatible += writer.equals(reader) ? 0 : 1;
                assertTakes(reader, writer);
            }
        }

        assertThat(compatible).isGreaterThan(PAIRS / 20);
    }

    private static void assertTakes(String reader, String writer) {
        var written = VALIDATOR.getSchema(writer);
        var read = VALIDATOR.getSchema(reader);
        for (var value : VALUES) {
            if (written.validate(value).isEmpty()) {
                assertThat(read.validate(value))
                        .as(
                                "%s was written with%n%s and is not taken by%n%s",
                                value, writer, reader)
                        .isEmpty();
            }
        }
    }

    /** Otherwise the facts above would be about nothing. */
    @Test
    void theValidatorTellsValuesApart() {
        var text = VALIDATOR.getSchema("{\"type\":\"string\",\"maxLength\":1}");

        assertThat(VALUES).hasSizeGreaterThan(150);
        assertThat(VALUES.stream().filter(value -> text.validate(value).isEmpty()))
                .hasSizeBetween(2, 5);
    }

    private static ReadSchema read(String text) {
        var reading = LANGUAGE.read(text, List.of());
        assertThat(reading).as(text).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).schema();
    }

    private static List<JsonNode> values() {
        var small =
                List.of(
                        "null", "true", "0", "1", "2", "1.5", "-1", "\"\"", "\"a\"", "\"ab\"",
                        "\"b\"");
        var arrays =
                small.stream()
                        .flatMap(
                                one ->
                                        Stream.of(
                                                "[" + one + "]",
                                                "[" + one + ",\"a\"]",
                                                "[1," + one + ",1]"));
        var objects =
                small.stream()
                        .flatMap(
                                one ->
                                        Stream.of("a", "b", "c", "ab")
                                                .flatMap(
                                                        name ->
                                                                Stream.of(
                                                                        "{\"%s\":%s}"
                                                                                .formatted(
                                                                                        name, one),
                                                                        "{\"%s\":%s,\"z\":1}"
                                                                                .formatted(
                                                                                        name, one),
                                                                        "{\"%s\":%s,\"%sx\":\"a\"}"
                                                                                .formatted(
                                                                                        name, one,
                                                                                        name))));
        return Stream.of(
                        small.stream(),
                        Stream.of("[]", "{}", "{\"a\":{\"a\":1}}", "{\"b\":[\"a\"]}", "[[1],{}]"),
                        arrays,
                        objects)
                .flatMap(each -> each)
                .map(JSON::readTree)
                .toList();
    }

    /** Schemas of all the keywords that are followed, but for default and overlapping oneOf. */
    private record Making(Random chance) {
        private static final List<String> TYPES =
                List.of("null", "boolean", "integer", "number", "string", "array", "object");

        String schema(int depth) {
            var members = new ArrayList<String>();
            int count = 1 + chance.nextInt(3);
            for (int i = 0; i < count; i++) {
                members.add(depth > 0 && chance.nextInt(3) > 0 ? nested(depth - 1) : flat());
            }
            if (chance.nextInt(3) > 0) {
                members.add("'type':" + type());
            }
            return members.stream()
                    .collect(Collectors.toMap(m -> m.split(":")[0], m -> m, (a, b) -> a))
                    .values()
                    .stream()
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"))
                    .replace('\'', '"');
        }

        private String type() {
            var one = "'" + TYPES.get(chance.nextInt(TYPES.size())) + "'";
            var other = "'" + TYPES.get(chance.nextInt(TYPES.size())) + "'";
            return one.equals(other) || chance.nextBoolean() ? one : "[" + one + "," + other + "]";
        }

        private String flat() {
            int n = chance.nextInt(4);
            return switch (chance.nextInt(15)) {
                case 0 -> "'minimum':" + n;
                case 1 -> "'maximum':" + n;
                case 2 -> "'exclusiveMinimum':" + n;
                case 3 -> "'exclusiveMaximum':" + n;
                case 4 -> "'multipleOf':" + (n + 1);
                case 5 -> "'minLength':" + n;
                case 6 -> "'maxLength':" + n;
                case 7 -> "'pattern':'^" + (n > 1 ? "a" : "b") + "'";
                case 8 -> "'enum':" + (n > 1 ? "[1,'a',null]" : "[1,2,'ab',true,[1]]");
                case 9 -> "'required':" + (n > 1 ? "['a']" : "['b','a']");
                case 10 -> "'minProperties':" + n;
                case 11 -> "'maxProperties':" + n;
                case 12 -> "'minItems':" + n;
                case 13 -> "'maxItems':" + n;
                default -> n > 2 ? "'uniqueItems':true" : "'dependentRequired':{'a':['b']}";
            };
        }

        private String nested(int depth) {
            var one = schema(depth);
            var other = schema(depth);
            return switch (chance.nextInt(17)) {
                case 0, 1 -> "'properties':{'a':" + one + "}";
                case 2, 3 -> "'properties':{'a':" + one + ",'b':" + other + "}";
                case 4 -> "'additionalProperties':false";
                case 5 -> "'additionalProperties':" + one;
                case 6 -> "'patternProperties':{'^a':" + one + "}";
                case 7 -> "'propertyNames':" + one;
                case 8 -> "'items':" + one;
                case 9 -> "'prefixItems':[" + one + "," + other + "]";
                case 10 -> "'contains':" + one;
                case 11 -> "'anyOf':[" + one + "," + other + "]";
                case 12 -> "'allOf':[" + one + "," + other + "]";
                case 13 -> "'not':" + one;
                case 14 -> "'if':" + one + ",'then':" + other;
                case 15 -> "'unevaluatedProperties':false";
                default -> "'unevaluatedItems':false";
            };
        }
    }
}
