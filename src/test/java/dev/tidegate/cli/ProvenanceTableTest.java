package dev.tidegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Where fields came from, for a person. */
class ProvenanceTableTest {
    @Test
    void aPlaceIsALineAndAFieldWithoutOneIsToo() {
        var fields =
                JsonMapper.shared()
                        .readTree(
                                """
                                [{"pointer": "/kind", "from": []},
                                 {"pointer": "/ordered_at", "from": [
                                   {"place": "BEG[1]-05 (segment 2)", "offset": 10, "length": 8, "text": "20261124"},
                                   {"place": "BEG[1]-06 (segment 2)"}]}]
                                """);

        assertThat(Provenance.text(fields))
                .isEqualToNormalizingWhitespace(
                        """
                        FIELD        FROM                   OFFSET  LENGTH  TEXT
                        /kind        -                      -       -       -
                        /ordered_at  BEG[1]-05 (segment 2)  10      8       20261124
                        /ordered_at  BEG[1]-06 (segment 2)  -       -       -
                        """);
    }

    @Test
    void aDeadLetterHasNone() {
        assertThat(Provenance.text(JsonMapper.shared().createArrayNode())).startsWith("No field");
    }
}
