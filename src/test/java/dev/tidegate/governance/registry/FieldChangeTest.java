package dev.tidegate.governance.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldChangeTest {
    @Test
    void fieldsOfAvroAreToldByTheirNames() {
        String before =
                "{\"type\":\"record\",\"name\":\"O\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"gone\",\"type\":\"string\"},"
                        + "{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"L\",\"fields\":[{\"name\":\"q\",\"type\":\"int\"}]}}}]}";
        String after =
                before.replace("{\"name\":\"gone\",\"type\":\"string\"},", "")
                        .replace(
                                "{\"name\":\"q\",\"type\":\"int\"}",
                                "{\"name\":\"q\",\"type\":\"long\"},{\"name\":\"u\",\"type\":\"string\"}");

        assertThat(FieldChange.between(before, after))
                .extracting(change -> change.kind() + " " + change.field())
                .containsExactly("removed gone", "changed lines.q", "added lines.u");
    }

    @Test
    void propertiesOfJsonSchemaToo() {
        String before =
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"object\",\"properties\":{\"c\":{\"type\":\"integer\"}}}}}";
        String after = before.replace("\"integer\"", "\"number\"");

        assertThat(FieldChange.between(before, after))
                .isEqualTo(
                        List.of(
                                new FieldChange(
                                        "changed",
                                        "b.c",
                                        "{\"type\":\"integer\"}",
                                        "{\"type\":\"number\"}")));
    }

    @Test
    void anotherLanguageHasNoFieldsHere() {
        assertThat(FieldChange.between("message A {}", "message B {}")).isEmpty();
    }
}
