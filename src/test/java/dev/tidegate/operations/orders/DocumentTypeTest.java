package dev.tidegate.operations.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalSchemas;
import dev.tidegate.contract.EventType;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DocumentTypeTest {
    @Test
    void everyKindOfTheSchemaIsATypeOfDocument() {
        var kinds = CanonicalSchemas.of(EventType.DOCUMENT).getField("kind").schema();
        var types =
                Arrays.stream(DocumentType.values())
                        .map(type -> type.name().toLowerCase(Locale.ROOT))
                        .toList();

        assertThat(types)
                .containsAll(kinds.getEnumSymbols())
                .contains("order_response", "invoice", "acknowledgement")
                .hasSize(kinds.getEnumSymbols().size() + 3);
    }
}
