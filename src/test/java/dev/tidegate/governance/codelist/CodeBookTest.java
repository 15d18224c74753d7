package dev.tidegate.governance.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CodeBookTest {
    /** What goes out takes the first code of a meaning: another order would be another document. */
    @Test
    void codesStandInTheOrderInWhichTheyAreShipped() throws Exception {
        try (var file = CodeBook.class.getResourceAsStream("/mappings/codes.json")) {
            for (var list : JsonMapper.shared().readTree(file).properties()) {
                assertThat(CodeBook.shipped().list(list.getKey()).orElseThrow().meanings().keySet())
                        .as(list.getKey())
                        .containsExactlyElementsOf(List.copyOf(list.getValue().propertyNames()));
            }
        }
    }
}
