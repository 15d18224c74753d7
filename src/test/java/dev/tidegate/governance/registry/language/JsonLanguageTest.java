package dev.tidegate.governance.registry.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that docs/reference/schema-registry.md states. */
class JsonLanguageTest {
    private static final Language JSON = new JsonLanguage(new LanguageLimits(64, 20, 20_000));

    /**
     * @param rule that speaks against it; empty where the reader takes all that was written
     * @param place in the reader
     */
    record Case(String reader, String writer, String rule, String place) {
        static Case yes(String reader, String writer) {
            return new Case(reader, writer, "", "");
        }

        static Case no(String reader, String writer, String rule, String place) {
            return new Case(reader, writer, rule, place);
        }
    }

    static Stream<Case> types() {
        return Stream.of(
                Case.yes("{}", "{'type':'string'}"),
                Case.yes("true", "{'type':'string'}"),
                Case.yes("{'type':'string'}", "false"),
                Case.no("false", "{'type':'string'}", "SCHEMA_TAKES_NOTHING", "/"),
                Case.no("{'type':'string'}", "{}", "TYPE_NARROWED", "/"),
                Case.no("{'type':'string'}", "true", "TYPE_NARROWED", "/"),
                Case.yes("{'type':['string','null']}", "{'type':'string'}"),
                Case.no("{'type':'string'}", "{'type':['string','null']}", "TYPE_NARROWED", "/"),
                Case.yes("{'type':'number'}", "{'type':'integer'}"),
                Case.no("{'type':'integer'}", "{'type':'number'}", "TYPE_NARROWED", "/"),
                Case.yes("{'type':'string','title':'a'}", "{'type':'string','description':'b'}"),
                Case.yes("{'type':'string','format':'date'}", "{'type':'string'}"));
    }

    static Stream<Case> values() {
        return Stream.of(
                Case.yes("{'enum':['a','b']}", "{'enum':['a']}"),
                Case.no("{'enum':['a']}", "{'enum':['a','b']}", "ENUM_ARRAY_NARROWED", "/"),
                Case.yes("{'type':'string'}", "{'enum':['a','b']}"),
                Case.no("{'type':'string'}", "{'enum':['a',1]}", "TYPE_NARROWED", "/"),
                Case.no("{'enum':['a']}", "{'type':'string'}", "ENUM_ARRAY_NARROWED", "/"),
                Case.yes("{'enum':[1,2]}", "{'const':1.0}"),
                Case.no("{'const':2}", "{'const':1}", "ENUM_ARRAY_NARROWED", "/"),
                Case.yes("{'enum':[true,false,null]}", "{'type':['boolean','null']}"),
                Case.yes("{'type':'integer','minimum':1}", "{'enum':[1,2]}"),
                Case.no(
                        "{'type':'integer','minimum':2}",
                        "{'enum':[1,2]}",
                        "MINIMUM_INCREASED",
                        "/"),
                Case.yes("{'type':'string','pattern':'^[ab]$'}", "{'enum':['a','b']}"),
                Case.no(
                        "{'type':'string','maxLength':1}",
                        "{'enum':['ab']}",
                        "MAX_LENGTH_DECREASED",
                        "/"));
    }

    static Stream<Case> bounds() {
        var number = "{'type':'number',%s}";
        var text = "{'type':'string',%s}";
        return Stream.of(
                pair(number, "'minimum':1", "'minimum':2", ""),
                pair(number, "'minimum':2", "'minimum':1", "MINIMUM_INCREASED"),
                pair(number, "'minimum':2", "'title':'x'", "MINIMUM_INCREASED"),
                pair(number, "'minimum':2", "'exclusiveMinimum':2", ""),
                pair(number, "'exclusiveMinimum':2", "'minimum':2", "MINIMUM_INCREASED"),
                pair(
                        number,
                        "'minimum':2,'exclusiveMinimum':true",
                        "'minimum':2",
                        "MINIMUM_INCREASED"),
                pair(number, "'maximum':3", "'maximum':2", ""),
                pair(number, "'maximum':2", "'maximum':3", "MAXIMUM_DECREASED"),
                pair(number, "'exclusiveMaximum':3", "'exclusiveMaximum':3", ""),
                pair(
                        number,
                        "'exclusiveMaximum':1",
                        "'exclusiveMaximum':2,'maximum':1",
                        "MAXIMUM_DECREASED"),
                pair(number, "'title':'x'", "'maximum':3", ""),
                pair(number, "'multipleOf':2", "'multipleOf':4", ""),
                pair(number, "'multipleOf':4", "'multipleOf':2", "MULTIPLE_OF_CHANGED"),
                pair(number, "'multipleOf':0.5", "'multipleOf':1.5", ""),
                pair("{'type':'integer',%s}", "'multipleOf':1", "'title':'x'", ""),
                pair(text, "'minLength':1", "'minLength':2", ""),
                pair(text, "'minLength':2", "'minLength':1", "MIN_LENGTH_INCREASED"),
                pair(text, "'maxLength':3", "'maxLength':2", ""),
                pair(text, "'maxLength':2", "'maxLength':3", "MAX_LENGTH_DECREASED"),
                pair(text, "'maxLength':2", "'title':'x'", "MAX_LENGTH_DECREASED"),
                pair(text, "'pattern':'^a'", "'pattern':'^a'", ""),
                pair(text, "'pattern':'^a'", "'pattern':'^b'", "PATTERN_CHANGED"),
                pair(text, "'pattern':'^a'", "'title':'x'", "PATTERN_CHANGED"),
                Case.yes("{'maxLength':2}", "{'type':'integer'}"));
    }

    static Stream<Case> objects() {
        var open = "{'type':'object','properties':{%s}}";
        var closed = "{'type':'object','properties':{%s},'additionalProperties':false}";
        var partly = "{'type':'object','properties':{%s},'additionalProperties':{'type':'string'}}";
        var a = "'a':{'type':'string'}";
        var ab = a + ",'b':{'type':'string'}";
        var aAndNumber = a + ",'b':{'type':'number'}";
        var addedToOpen = "PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL";
        var removed = "PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL";
        return Stream.of(
                Case.no(open.formatted(ab), open.formatted(a), addedToOpen, "/properties/b"),
                Case.yes(open.formatted(a + ",'b':{}"), open.formatted(a)),
                Case.yes(open.formatted(a + ",'b':true"), open.formatted(a)),
                Case.yes(open.formatted(a), open.formatted(ab)),
                Case.yes(closed.formatted(ab), closed.formatted(a)),
                Case.no(closed.formatted(a), closed.formatted(ab), removed, "/properties/b"),
                Case.yes(closed.formatted(a), closed.formatted(a + ",'b':false")),
                Case.yes(open.formatted(a), closed.formatted(ab)),
                Case.no(
                        closed.formatted(a),
                        open.formatted(a),
                        "SCHEMA_TAKES_NOTHING",
                        "/additionalProperties"),
                Case.yes(open.formatted(ab), closed.formatted(a)),
                Case.yes(partly.formatted(ab), partly.formatted(a)),
                Case.no(
                        partly.formatted(aAndNumber),
                        partly.formatted(a),
                        addedToOpen,
                        "/properties/b"),
                Case.yes(partly.formatted(a), partly.formatted(ab)),
                Case.no(
                        partly.formatted(a),
                        partly.formatted(aAndNumber),
                        removed,
                        "/properties/b"),
                Case.no(
                        open.formatted("'a':{'type':'number'}"),
                        open.formatted(a),
                        "TYPE_NARROWED",
                        "/properties/a"),
                Case.no(
                        "{'type':'object','unevaluatedProperties':false}",
                        "{'type':'object'}",
                        "SCHEMA_TAKES_NOTHING",
                        "/additionalProperties"),
                Case.no(
                        "{'type':'object','patternProperties':{'^x':{'type':'string'}}}",
                        "{'type':'object'}",
                        "TYPE_NARROWED",
                        "/patternProperties/^x"),
                Case.yes(
                        "{'type':'object','patternProperties':{'^x':{'type':['string','null']}}}",
                        "{'type':'object','patternProperties':{'^x':{'type':'string'}}}"),
                Case.no(
                        "{'type':'object','patternProperties':{'^x':{'type':'string'}},'additionalProperties':false}",
                        "{'type':'object','properties':{'x1':{'type':'number'}},'additionalProperties':false}",
                        removed,
                        "/properties/x1"));
    }

    static Stream<Case> members() {
        var object = "{'type':'object','properties':{'a':{'type':'string'%s}}%s}";
        return Stream.of(
                Case.yes(object.formatted("", ""), object.formatted("", ",'required':['a']")),
                Case.no(
                        object.formatted("", ",'required':['a']"),
                        object.formatted("", ""),
                        "REQUIRED_ATTRIBUTE_ADDED",
                        "/required"),
                Case.yes(
                        object.formatted(",'default':''", ",'required':['a']"),
                        object.formatted("", "")),
                pair("{'type':'object',%s}", "'minProperties':1", "'minProperties':2", ""),
                pair("{'type':'object',%s}", "'minProperties':1", "'required':['a']", ""),
                pair(
                        "{'type':'object',%s}",
                        "'minProperties':2", "'minProperties':1", "MIN_PROPERTIES_INCREASED"),
                pair(
                        "{'type':'object',%s}",
                        "'maxProperties':2", "'maxProperties':3", "MAX_PROPERTIES_DECREASED"),
                pair(
                        "{'type':'object',%s}",
                        "'propertyNames':{'maxLength':3}", "'propertyNames':{'maxLength':2}", ""),
                pair(
                        "{'type':'object',%s}",
                        "'propertyNames':{'maxLength':3}",
                        "'title':'x'",
                        "PROPERTY_NAMES_NARROWED"),
                pair(
                        "{'type':'object',%s}",
                        "'dependentRequired':{'a':['b']}",
                        "'dependentRequired':{'a':['b','c']}",
                        ""),
                pair(
                        "{'type':'object',%s}",
                        "'dependencies':{'a':['b','c']}",
                        "'dependencies':{'a':['b']}",
                        "DEPENDENCY_ADDED"),
                pair(
                        "{'type':'object',%s}",
                        "'dependentSchemas':{'a':{'minProperties':2}}",
                        "'title':'x'",
                        "DEPENDENCY_ADDED"),
                pair(
                        "{'type':'object',%s}",
                        "'dependentSchemas':{'a':{'minProperties':2}}",
                        "'dependentSchemas':{'a':{'minProperties':3}}",
                        ""));
    }

    static Stream<Case> arrays() {
        var array = "{'type':'array',%s}";
        return Stream.of(
                pair(array, "'items':{'type':'number'}", "'items':{'type':'integer'}", ""),
                Case.no(
                        array.formatted("'items':{'type':'integer'}"),
                        array.formatted("'items':{'type':'number'}"),
                        "TYPE_NARROWED",
                        "/items"),
                Case.no(
                        array.formatted("'items':{'type':'integer'}"),
                        array.formatted("'title':'x'"),
                        "TYPE_NARROWED",
                        "/items"),
                pair(array, "'minItems':1", "'minItems':2", ""),
                pair(array, "'minItems':2", "'title':'x'", "MIN_ITEMS_INCREASED"),
                pair(array, "'maxItems':1", "'maxItems':2", "MAX_ITEMS_DECREASED"),
                pair(array, "'title':'x'", "'uniqueItems':true", ""),
                pair(array, "'uniqueItems':true", "'title':'x'", "UNIQUE_ITEMS_ADDED"),
                pair(array, "'contains':{'type':'number'}", "'contains':{'type':'integer'}", ""),
                pair(array, "'contains':{'type':'number'}", "'title':'x'", "CONTAINS_CHANGED"),
                // tuples, in both spellings
                pair(
                        array,
                        "'items':[{'type':'string'},{'type':'string'}],'additionalItems':false",
                        "'items':[{'type':'string'}],'additionalItems':false",
                        ""),
                Case.no(
                        array.formatted("'prefixItems':[{'type':'string'}],'items':false"),
                        array.formatted(
                                "'prefixItems':[{'type':'string'},{'type':'string'}],'items':false"),
                        "SCHEMA_TAKES_NOTHING",
                        "/items/1"),
                Case.no(
                        array.formatted("'items':[{'type':'string'},{'type':'string'}]"),
                        array.formatted("'items':[{'type':'string'}]"),
                        "TYPE_NARROWED",
                        "/items/1"),
                pair(
                        array,
                        "'items':[{'type':'string'}]",
                        "'items':[{'type':'string'},{'type':'string'}]",
                        ""),
                pair(array, "'items':[{},{'type':'string'}]", "'items':[{}],'maxItems':1", ""));
    }

    static Stream<Case> combinations() {
        var text = "{'type':'string'}";
        var number = "{'type':'number'}";
        return Stream.of(
                Case.yes("{'anyOf':[" + text + "," + number + "]}", text),
                Case.yes(
                        "{'oneOf':[" + text + "," + number + ",{'type':'null'}]}",
                        "{'oneOf':[" + number + "," + text + "]}"),
                Case.no(
                        "{'oneOf':[" + text + "]}",
                        "{'oneOf':[" + number + "," + text + "]}",
                        "TYPE_NARROWED",
                        "/"),
                Case.yes("{'type':['string','number']}", "{'anyOf':[" + number + "," + text + "]}"),
                Case.yes("{'anyOf':[" + number + "," + text + "]}", "{'type':['string','number']}"),
                Case.no(
                        "{'anyOf':[{'type':'string','maxLength':3}," + number + "]}",
                        "{'anyOf':[" + text + "," + number + "]}",
                        "SUM_TYPE_NARROWED",
                        "/"),
                Case.yes(
                        "{'type':'string','maxLength':5}",
                        "{'anyOf':[{'type':'string','maxLength':3},{'type':'string','maxLength':5}]}"),
                Case.yes(
                        "{'allOf':[{'type':'string'},{'maxLength':5}]}",
                        "{'allOf':[{'maxLength':4},{'type':'string'}]}"),
                Case.no(
                        "{'allOf':[{'type':'string'},{'maxLength':3}]}",
                        "{'allOf':[{'maxLength':4},{'type':'string'}]}",
                        "MAX_LENGTH_DECREASED",
                        "/"),
                Case.yes("{'not':{'const':1}}", "{'not':{'enum':[1,2]}}"),
                Case.no("{'not':{'enum':[1,2]}}", "{'not':{'const':1}}", "NOT_TYPE_EXTENDED", "/"),
                Case.yes("{'type':'string','not':{'type':'null'}}", text),
                Case.yes(
                        "{'if':{'required':['a']},'then':{'minProperties':1}}",
                        "{'if':{'required':['a']},'then':{'minProperties':2}}"),
                Case.no(
                        "{'if':{'required':['a']},'then':{'minProperties':2}}",
                        "{}",
                        "CONDITION_CHANGED",
                        "/"));
    }

    static Stream<Case> references() {
        var tree =
                "{'$defs':{'n':{'type':'object','properties':{'v':{'type':'%s'},'next':{'$ref':'#/$defs/n'}},"
                        + "'additionalProperties':false}},'$ref':'#/$defs/n'}";
        return Stream.of(
                Case.yes(tree.formatted("number"), tree.formatted("integer")),
                Case.no(
                        tree.formatted("integer"),
                        tree.formatted("number"),
                        "TYPE_NARROWED",
                        "/properties/next/properties/v"),
                Case.yes(
                        "{'definitions':{'t':{'type':'string'}},'properties':{'a':{'$ref':'#/definitions/t'}}}",
                        "{'properties':{'a':{'type':'string'}}}"),
                Case.yes(
                        "{'$defs':{'t':{'$anchor':'here','type':'string'}},'properties':{'a':{'$ref':'#here'}}}",
                        "{'properties':{'a':{'type':'string'}}}"),
                // beside $ref nothing counted before 2019-09
                Case.yes(
                        "{'$defs':{'t':{'type':'string'}},'properties':{'a':{'$ref':'#/$defs/t','maxLength':1}}}",
                        "{'properties':{'a':{'type':'string'}}}"),
                Case.no(
                        "{'$schema':'https://json-schema.org/draft/2020-12/schema','$defs':{'t':{'type':'string'}},"
                                + "'properties':{'a':{'$ref':'#/$defs/t','maxLength':1}}}",
                        "{'properties':{'a':{'type':'string'}}}",
                        "MAX_LENGTH_DECREASED",
                        "/properties/a"));
    }

    private static Case pair(String around, String reader, String writer, String rule) {
        return new Case(
                around.formatted(reader),
                around.formatted(writer),
                rule,
                rule.isEmpty() ? "" : "/");
    }

    @ParameterizedTest
    @MethodSource({
        "types",
        "values",
        "bounds",
        "objects",
        "members",
        "arrays",
        "combinations",
        "references"
    })
    void readsWhatTheRulesSayItReads(Case pair) {
        var found = understood(pair.reader()).cannotRead(understood(pair.writer()));

        if (pair.rule().isEmpty()) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .extracting(one -> one.rule() + " " + one.place())
                    .containsExactly(pair.rule() + " " + pair.place());
        }
    }

    @ParameterizedTest
    @MethodSource({
        "types",
        "values",
        "bounds",
        "objects",
        "members",
        "arrays",
        "combinations",
        "references"
    })
    void everySchemaReadsWhatWasWrittenWithItself(Case pair) {
        assertThat(understood(pair.reader()).cannotRead(understood(pair.reader()))).isEmpty();
        assertThat(understood(pair.writer()).cannotRead(understood(pair.writer()))).isEmpty();
    }

    @Test
    void aDocumentThatIsReferredToIsFollowed() {
        var wide = new Language.Referred("money.json", "{\"type\":[\"string\",\"null\"]}");
        var narrow = new Language.Referred("money.json", "{\"type\":\"string\"}");
        var text = "{\"properties\":{\"total\":{\"$ref\":\"money.json\"}}}";

        var reader = ((Reading.Understood) JSON.read(text, List.of(narrow))).schema();
        var writer = ((Reading.Understood) JSON.read(text, List.of(wide))).schema();

        assertThat(writer.cannotRead(reader)).isEmpty();
        assertThat(reader.cannotRead(writer))
                .extracting(Incompatibility::place)
                .containsExactly("/properties/total");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | /",
                "'text' | /",
                "{'type':'text'} | /type",
                "{'properties':{'a':{'type':'text'}}} | /properties/a/type",
                "{'properties':[]} | /properties",
                "{'required':'a'} | /required",
                "{'minLength':-1} | /minLength",
                "{'multipleOf':0} | /multipleOf",
                "{'minimum':1e2000} | /minimum",
                "{'pattern':'('} | /pattern",
                "{'patternProperties':{'(':{}}} | /patternProperties",
                "{'anyOf':[]} | /anyOf",
                "{'items':[{'enum':1}]} | /items/0/enum",
                "{'$ref':'#/$defs/none'} | /$ref",
                "{'$ref':'https://example.com/other.json'} | /$ref",
                "{'$dynamicRef':'#x'} | /$dynamicRef",
                "{'$defs':{'a/b':{'$id':'https://example.com/x'}}} | /$defs/a~1b/$id",
                "{'type':'string','type':'number'} | line 1",
            })
    void refusesWhatIsNoSchemaAndTellsThePlace(String text, String place) {
        var reading = JSON.read(json(text), List.of());

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).place()).startsWith(place);
    }

    @Test
    void whatIsTooInvolvedToCompareIsNotTakenForCompatible() {
        var branches = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            branches.append(i == 0 ? "" : ",")
                    .append("{'type':'object','properties':{'k':{'minimum':%d}}}".formatted(i));
        }
        var reader = understood("{'anyOf':[" + branches + "]}");
        var few = new JsonLanguage(new LanguageLimits(64, 20, 50));
        var bounded =
                ((Reading.Understood) few.read(json("{'anyOf':[" + branches + "]}"), List.of()))
                        .schema();

        assertThat(reader.cannotRead(reader)).isEmpty();
        assertThat(bounded.cannotRead(reader))
                .extracting(Incompatibility::rule)
                .containsExactly("TOO_INVOLVED");
    }

    @Test
    void aPatternThatNeverComesToAnEndIsGivenUp() {
        var reader = understood("{'patternProperties':{'^.*.*.*.*=$':{'type':'string'}}}");
        var writer = understood("{'properties':{'" + "a".repeat(200) + "!':{}}}");

        var found =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> reader.cannotRead(writer));

        assertThat(found).extracting(Incompatibility::rule).containsExactly("TOO_INVOLVED");
    }

    @Test
    void normalizedTheOrderOfMembersMeansNothing() {
        var one = understood("{'type':'object','properties':{'b':{},'a':{}}}");
        var other = understood("{'properties':{'a':{},'b':{}},'type':'object'}");

        assertThat(one.canonical()).isNotEqualTo(other.canonical());
        assertThat(one.normalized()).isEqualTo(other.normalized());
    }

    private static ReadSchema understood(String text) {
        var reading = JSON.read(json(text), List.of());
        assertThat(reading).as(text).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).schema();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
