package dev.tidegate.governance.registry.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtobufLanguageTest {
    private static final Language PROTOBUF =
            new ProtobufLanguage(new LanguageLimits(64, 20, 1_000));

    /** Fields of a message of the reader, then of the writer, and the rule that speaks against. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string a = 1; | string a = 1; | ",
                "string b = 1; | string a = 1; | ",
                "string a = 1; string b = 2; | string a = 1; | ",
                "string a = 1; | string a = 1; string b = 2; | ",
                "int64 a = 1; | int32 a = 1; | ",
                "bool a = 1; | uint64 a = 1; | ",
                "bytes a = 1; | string a = 1; | ",
                "sint32 a = 1; | int32 a = 1; | FIELD_TYPE_CHANGED",
                "fixed32 a = 1; | fixed64 a = 1; | FIELD_TYPE_CHANGED",
                "double a = 1; | float a = 1; | FIELD_TYPE_CHANGED",
                "string a = 1; | int32 a = 1; | FIELD_TYPE_CHANGED",
                "repeated string a = 1; | string a = 1; | FIELD_LABEL_CHANGED",
                "optional string a = 1; | string a = 1; | ",
                "In a = 1; | In a = 1; | ",
                "In a = 1; | Out a = 1; | FIELD_TYPE_CHANGED",
                "In a = 1; | string a = 1; | FIELD_TYPE_CHANGED",
                "M.In a = 1; | .t.M.In a = 1; | ",
                "map<string, int64> a = 1; | map<string, int32> a = 1; | ",
                "map<string, string> a = 1; | map<string, int32> a = 1; | FIELD_TYPE_CHANGED",
                "oneof x { string a = 1; string b = 2; } | oneof x { string a = 1; } | ",
                "oneof x { string a = 1; } | oneof x { string a = 1; string b = 2; } | ONEOF_FIELD_REMOVED",
                "oneof x { string a = 1; } | string a = 1; | ",
                "oneof x { string a = 1; string b = 2; } | string a = 1; string b = 2; | FIELDS_MOVED_TO_ONEOF",
                "oneof x { string a = 1; string b = 2; } | string b = 2; oneof x { string a = 1; } | FIELDS_MOVED_TO_ONEOF",
                "string a = 1; string b = 2; | oneof x { string a = 1; string b = 2; } | ",
                "google.protobuf.Timestamp a = 1; | google.protobuf.Timestamp a = 1; | ",
            })
    void readsWhatIsTheSameOnTheWire(String reader, String writer, String rule) {
        assertRules(proto3(reader), proto3(writer), rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "required string a = 1; | required string a = 1; | ",
                "optional string a = 1; | required string a = 1; | ",
                "required string a = 1; | optional string a = 1; | REQUIRED_FIELD_ADDED",
                "required string a = 1; | optional string b = 2; | REQUIRED_FIELD_ADDED",
            })
    void whatIsRequiredMustHaveBeenBefore(String reader, String writer, String rule) {
        assertRules(proto2(reader), proto2(writer), rule);
    }

    @Test
    void aMessageStays() {
        assertRules(proto3(""), proto3("") + "message Gone {}", "MESSAGE_REMOVED");
        assertRules(proto3("") + "message Come {}", proto3(""), null);
        assertRules(proto3("").replace("package t", "package u"), proto3(""), "PACKAGE_CHANGED");
    }

    private static void assertRules(String reader, String writer, String rule) {
        assertThat(understood(reader).cannotRead(understood(writer)))
                .extracting(Incompatibility::rule)
                .containsExactlyElementsOf(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string a = 1 | expected",
                "strin a = 1; | t.M.a",
                "string a = 0; | t.M.a",
                "string a = 19500; | t.M.a",
                "string a = 1; string b = 1; | t.M.b",
                "string a = 1; string a = 2; | t.M.a",
                "reserved 1; string a = 1; | t.M.a",
                "reserved 1 to 3; string a = 2; | t.M.a",
                "reserved \"a\"; string a = 1; | t.M.a",
                "message In {} | t.M.In",
                "enum E {} | t.M.E",
            })
    void refusesWhatIsNoSchemaAndTellsThePlace(String fields, String told) {
        var reading = PROTOBUF.read(proto3(fields), List.of());

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).told()).contains(told);
    }

    @Test
    void anImportIsAReference() {
        var other = "syntax = \"proto3\"; package o; message Address { string street = 1; }";
        var text =
                "syntax = \"proto3\"; package t; import \"address.proto\"; message M { o.Address to = 1; }";

        assertThat(PROTOBUF.read(text, List.of())).isInstanceOf(Reading.Refused.class);
        assertThat(PROTOBUF.read(text, List.of(new Language.Referred("address.proto", other))))
                .isInstanceOf(Reading.Understood.class);
    }

    @Test
    void spacesMeanNothingAndWhatIsKeptIsReadAsItself() {
        var one = understood(proto3("string a = 1; oneof x { int32 b = 2; }\nenum E { Z = 0; }"));
        var other = understood(proto3("string   a=1;oneof x{int32 b=2;} enum E{Z=0;}"));

        assertThat(one.canonical()).isEqualTo(other.canonical()).startsWith("syntax");
        assertThat(understood(one.canonical()).canonical()).isEqualTo(one.canonical());
    }

    @Test
    void refusesNestingBeyondTheBound() {
        var deep = "message N {".repeat(100) + "}".repeat(100);

        assertThat(PROTOBUF.read("syntax = \"proto3\"; " + deep, List.of()))
                .isInstanceOf(Reading.Refused.class);
    }

    private static ReadSchema understood(String text) {
        var reading = PROTOBUF.read(text, List.of());
        assertThat(reading).as(text).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).schema();
    }

    private static String proto3(String fields) {
        return "syntax = \"proto3\"; package t; message M { message In {} message Out {} "
                + fields
                + "}";
    }

    private static String proto2(String fields) {
        return "syntax = \"proto2\"; package t; message M { " + fields + "}";
    }
}
