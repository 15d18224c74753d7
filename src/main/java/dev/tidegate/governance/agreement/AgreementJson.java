package dev.tidegate.governance.agreement;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Contracts as they are kept: the same JSON that the API speaks. */
public final class AgreementJson {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
    private static final TypeReference<List<DocumentType>> DOCUMENTS = new TypeReference<>() {};

    private AgreementJson() {}

    public static String text(List<DocumentType> documents) {
        return JSON.writeValueAsString(documents);
    }

    public static List<DocumentType> documents(String text) {
        return JSON.readValue(text, DOCUMENTS);
    }
}
