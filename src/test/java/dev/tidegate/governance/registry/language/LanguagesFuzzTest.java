package dev.tidegate.governance.registry.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a text is, it is understood or refused; what is understood is kept as what it is. */
class LanguagesFuzzTest {
    private static final int TEXTS = 4_000;
    private static final LanguageLimits LIMITS = new LanguageLimits(32, 20, 2_000);

    private static final List<String> AVRO =
            List.of(
                    "{\"type\":\"record\",\"name\":\"a.R\",\"aliases\":[\"S\"],\"fields\":[{\"name\":\"f\",\"type\":[\"null\",\"R\"],\"default\":null},{\"name\":\"d\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":4,\"scale\":2}}]}",
                    "[\"null\",{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\"B\"],\"default\":\"A\"},{\"type\":\"map\",\"values\":{\"type\":\"fixed\",\"name\":\"X\",\"size\":4}}]");

    private static final List<String> JSON =
            List.of(
                    "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"definitions\":{\"n\":{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#/definitions/n\"}},\"required\":[\"next\"]}},\"anyOf\":[{\"$ref\":\"#/definitions/n\"},{\"type\":[\"string\",\"null\"],\"maxLength\":3}]}",
                    "{\"type\":\"array\",\"items\":[{\"enum\":[1,2.5,\"x\"]}],\"additionalItems\":false,\"not\":{\"const\":null},\"if\":{\"minItems\":1},\"then\":{\"contains\":{\"multipleOf\":0.5}}}");

    private static final List<String> PROTOBUF =
            List.of(
                    "syntax = \"proto3\"; package a.b; import \"google/protobuf/any.proto\"; message M { string a = 1; map<string, N> m = 2; oneof x { N n = 3; E e = 4; } message N { repeated int32 i = 1 [packed = true]; } reserved 9 to 11; } enum E { Z = 0; }",
                    "syntax = \"proto2\"; message M { required string a = 1 [default = \"x\"]; extensions 100 to 199; } service S { rpc Call (M) returns (stream M); } // end");

    private static List<String> seeds(SchemaType type) {
        return switch (type) {
            case AVRO -> AVRO;
            case JSON -> JSON;
            case PROTOBUF -> PROTOBUF;
        };
    }

    @ParameterizedTest
    @EnumSource
    void isUnderstoodOrRefused(SchemaType type) {
        var language = type.language(LIMITS);
        var chance = new Random(20_261_128);
        int understood = 0;
        for (int i = 0; i < TEXTS; i++) {
            var text = mutated(seeds(type), chance);
            try {
                understood += isKeptAsItIs(language, text) ? 1 : 0;
            } catch (RuntimeException e) {
                throw new AssertionError(text, e);
            }
        }

        assertThat(understood).isBetween(TEXTS / 100, TEXTS - 1);
    }

    private static boolean isKeptAsItIs(Language language, String text) {
        return switch (language.read(text, List.of())) {
            case Reading.Refused refused -> {
                assertThat(refused.told()).isNotBlank();
                yield false;
            }
            case Reading.Understood(var schema) -> {
                var kept = language.read(schema.canonical(), List.of());
                assertThat(kept).as(text).isInstanceOf(Reading.Understood.class);
                var again = ((Reading.Understood) kept).schema();
                assertThat(again.canonical()).isEqualTo(schema.canonical());
                assertThat(again.cannotRead(schema)).as(text).isEmpty();
                assertThat(schema.cannotRead(again)).as(text).isEmpty();
                var normal = language.read(schema.normalized(), List.of());
                assertThat(normal).as(schema.normalized()).isInstanceOf(Reading.Understood.class);
                yield true;
            }
        };
    }

    /** A few pieces of it moved, doubled, left out or made another's. */
    private static String mutated(List<String> seeds, Random chance) {
        var text = new StringBuilder(seeds.get(chance.nextInt(seeds.size())));
        int changes = chance.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int from = chance.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + chance.nextInt(8));
            switch (chance.nextInt(5)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 ->
                        text.setCharAt(
                                from, "{}[]\":,0-9 ;=<>.#/$\\ue\n".charAt(chance.nextInt(22)));
                case 3 -> {
                    var other = seeds.get(chance.nextInt(seeds.size()));
                    int at = chance.nextInt(other.length());
                    text.insert(from, other, at, Math.min(other.length(), at + 12));
                }
                default -> text.setLength(Math.max(1, from));
            }
        }
        return text.toString();
    }
}
