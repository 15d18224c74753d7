package dev.tidegate.governance.registry.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AvroLanguageTest {
    private static final Language AVRO = new AvroLanguage(new LanguageLimits(64, 20, 1_000));

    private static final String ONE_FIELD = record("{'name':'a','type':'int'}");
    private static final String RECURSIVE =
            record(
                    "{'name':'value','type':'long'},"
                            + "{'name':'next','type':['null','R'],'default':null}");

    /** A pair, and the rule that speaks against it; none where the reader reads it. */
    record Case(String reader, String writer, String rule) {
        static Case yes(String reader, String writer) {
            return new Case(reader, writer, "");
        }
    }

    static Stream<Case> pairs() {
        return Stream.of(
                Case.yes("'int'", "'int'"),
                Case.yes("'long'", "'int'"),
                Case.yes("'float'", "'int'"),
                Case.yes("'double'", "'int'"),
                Case.yes("'float'", "'long'"),
                Case.yes("'double'", "'long'"),
                Case.yes("'double'", "'float'"),
                Case.yes("'string'", "'bytes'"),
                Case.yes("'bytes'", "'string'"),
                new Case("'int'", "'long'", "TYPE_MISMATCH"),
                new Case("'long'", "'float'", "TYPE_MISMATCH"),
                new Case("'float'", "'double'", "TYPE_MISMATCH"),
                new Case("'string'", "'int'", "TYPE_MISMATCH"),
                new Case("'boolean'", "'int'", "TYPE_MISMATCH"),
                new Case("'null'", "'int'", "TYPE_MISMATCH"),
                Case.yes(array("'long'"), array("'int'")),
                new Case(array("'int'"), array("'long'"), "TYPE_MISMATCH"),
                new Case(array("'int'"), map("'int'"), "TYPE_MISMATCH"),
                Case.yes(map("'double'"), map("'int'")),
                new Case(map("'int'"), map("'string'"), "TYPE_MISMATCH"),
                Case.yes("['null','string']", "'string'"),
                Case.yes("['null','string']", "'null'"),
                Case.yes("['null','string','int']", "['null','string']"),
                Case.yes("'string'", "['string']"),
                new Case("'string'", "['null','string']", "TYPE_MISMATCH"),
                new Case("['null','string']", "['null','int']", "MISSING_UNION_BRANCH"),
                Case.yes("['null','long']", "['null','int']"),
                Case.yes(enumeration("A", "B", "C"), enumeration("A", "B")),
                new Case(enumeration("A", "B"), enumeration("A", "B", "C"), "MISSING_ENUM_SYMBOLS"),
                Case.yes(
                        "{'type':'enum','name':'E','symbols':['A','U'],'default':'U'}",
                        enumeration("A", "B")),
                new Case(
                        "{'type':'enum','name':'F','symbols':['A']}",
                        enumeration("A"),
                        "NAME_MISMATCH"),
                Case.yes(fixed("X", 16), fixed("X", 16)),
                new Case(fixed("X", 8), fixed("X", 16), "FIXED_SIZE_MISMATCH"),
                new Case(fixed("Y", 16), fixed("X", 16), "NAME_MISMATCH"),
                Case.yes(
                        record("{'name':'a','type':'int'},{'name':'b','type':'int','default':0}"),
                        ONE_FIELD),
                new Case(
                        record("{'name':'a','type':'int'},{'name':'b','type':'int'}"),
                        ONE_FIELD,
                        "READER_FIELD_MISSING_DEFAULT_VALUE"),
                Case.yes(record(""), ONE_FIELD),
                Case.yes(record("{'name':'b','aliases':['a'],'type':'int'}"), ONE_FIELD),
                new Case(
                        record("{'name':'b','type':'int'}"),
                        ONE_FIELD,
                        "READER_FIELD_MISSING_DEFAULT_VALUE"),
                Case.yes(record("{'name':'a','type':'long'}"), ONE_FIELD),
                new Case(record("{'name':'a','type':'string'}"), ONE_FIELD, "TYPE_MISMATCH"),
                new Case("{'type':'record','name':'S','fields':[]}", record(""), "NAME_MISMATCH"),
                Case.yes("{'type':'record','name':'S','aliases':['R'],'fields':[]}", record("")),
                Case.yes(RECURSIVE, RECURSIVE),
                new Case(RECURSIVE.replace("'long'", "'int'"), RECURSIVE, "TYPE_MISMATCH"),
                Case.yes(
                        record("{'name':'a','type':{'type':'int','logicalType':'date'}}"),
                        ONE_FIELD));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readsWhatAvrosOwnRulesSayItReads(Case pair) {
        var found = understood(pair.reader()).cannotRead(understood(pair.writer()));
        var avros =
                SchemaCompatibility.checkReaderWriterCompatibility(
                        new Schema.Parser().parse(json(pair.reader())),
                        new Schema.Parser().parse(json(pair.writer())));

        assertThat(found.isEmpty())
                .isEqualTo(
                        avros.getType() == SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE);
        assertThat(found)
                .extracting(Incompatibility::rule)
                .containsExactlyElementsOf(
                        pair.rule().isEmpty() ? List.of() : List.of(pair.rule()));
    }

    @Test
    void tellsThePlaceInTheReader() {
        var reader = record("{'name':'a','type':'int'},{'name':'b','type':'string'}");
        var writer = record("{'name':'a','type':'int'},{'name':'b','type':'int'}");

        assertThat(understood(reader).cannotRead(understood(writer)))
                .singleElement()
                .extracting(Incompatibility::place)
                .isEqualTo("/fields/1/type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'record','name':'R'} | ",
                "{'type':'rekord','name':'R','fields':[]} | ",
                "{'type':'record','name':'R','fields':[{'name':'a','type':'Other'}]} | Other",
                "{'type':'record','name':'1R','fields':[]} | 1R",
                "{'type':'record','name':'R','fields':[{'name':'a','type':'int','default':'x'}]} | default",
                "{'type':'enum','name':'E','symbols':['A','A']} | A",
                "{'type':'record' | line 1",
                "'int' 'int' | ",
            })
    void refusesWhatIsNoSchemaAndSaysWhy(String text, String told) {
        var reading = AVRO.read(json(text), List.of());

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).told())
                .isNotBlank()
                .contains(told == null ? "" : told);
    }

    @Test
    void refusesNestingBeyondTheBound() {
        var deep = "{'type':'array','items':".repeat(80) + "'int'" + "}".repeat(80);

        assertThat(AVRO.read(json(deep), List.of())).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void refusesUnionsBeyondTheBoundAndTellsThePlace() {
        var branch = "{'type':'fixed','size':1,'name':'X%d'}";
        var wide =
                IntStream.range(0, 21).mapToObj(branch::formatted).collect(Collectors.joining(","));

        var reading = AVRO.read(json(record("{'name':'a','type':[" + wide + "]}")), List.of());

        assertThat(((Reading.Refused) reading).told())
                .startsWith("/fields/0/type: ")
                .contains("tidegate.registry.union-branches-max");
    }

    @Test
    void theSameSchemaInOtherWhitespaceHasTheSameText() {
        var spread = "{ 'type' : 'record',\n 'name':'R', 'fields' : [ ] }";

        assertThat(understood(spread).canonical()).isEqualTo(understood(record("")).canonical());
    }

    @Test
    void normalizedTheOrderOfCustomAttributesMeansNothing() {
        var one = "{'type':'record','name':'R','fields':[],'x':1,'a':{'z':1,'b':2}}";
        var other = "{'a':{'b':2,'z':1},'type':'record','x':1,'fields':[],'name':'R'}";

        assertThat(understood(one).canonical()).isNotEqualTo(understood(other).canonical());
        assertThat(understood(one).normalized())
                .isEqualTo(understood(other).normalized())
                .startsWith("{\"type\":\"record\",\"name\":\"R\"");
    }

    @Test
    void aTypeThatIsReferredToStaysAName() {
        var address =
                new Language.Referred("Address", json(record("").replace("'R'", "'Address'")));
        var text = record("{'name':'to','type':'Address'}");

        var reading = AVRO.read(json(text), List.of(address));

        assertThat(((Reading.Understood) reading).schema().canonical())
                .isEqualTo(
                        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"to\",\"type\":\"Address\"}]}");
    }

    private static ReadSchema understood(String text) {
        return ((Reading.Understood) AVRO.read(json(text), List.of())).schema();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String record(String fields) {
        return "{'type':'record','name':'R','fields':[" + fields + "]}";
    }

    private static String array(String items) {
        return "{'type':'array','items':" + items + "}";
    }

    private static String map(String values) {
        return "{'type':'map','values':" + values + "}";
    }

    private static String enumeration(String... symbols) {
        return "{'type':'enum','name':'E','symbols':['" + String.join("','", symbols) + "']}";
    }

    private static String fixed(String name, int size) {
        return "{'type':'fixed','name':'" + name + "','size':" + size + "}";
    }
}
