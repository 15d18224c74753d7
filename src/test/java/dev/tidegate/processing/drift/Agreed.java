package dev.tidegate.processing.drift;

import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.governance.agreement.AgreementJson;
import dev.tidegate.governance.drift.Departure;
import dev.tidegate.processing.document.Places;
import dev.tidegate.processing.document.Reading.Document;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contracts and documents written as JSON. */
final class Agreed {
    private Agreed() {}

    static CompiledContract fields(String... fields) {
        return documents("[{\"name\":\"order\",\"fields\":[" + String.join(",", fields) + "]}]");
    }

    static CompiledContract documents(String json) {
        return CompiledContract.of(Optional.of(new Agreement(1, AgreementJson.documents(json))));
    }

    static Document document(String json) {
        return new Document(
                "/",
                object(JsonMapper.shared().readTree(json)),
                path -> Places.pointer("", path),
                _ -> {},
                List.of(),
                Map.of());
    }

    private static Map<String, Object> object(JsonNode json) {
        var tree = new LinkedHashMap<String, Object>();
        json.properties().forEach(one -> tree.put(one.getKey(), value(one.getValue())));
        return tree;
    }

    private static Object value(JsonNode json) {
        if (json.isObject()) {
            return object(json);
        }
        if (json.isArray()) {
            var list = new ArrayList<>();
            json.forEach(item -> list.add(value(item)));
            return list;
        }
        return json.isNumber()
                ? new BigDecimal(json.asString())
                : json.isBoolean() ? (Object) json.asBoolean() : json.asString();
    }

    /** {@code kind path at place}. */
    static List<String> told(CompiledContract contract, String document) {
        return contract.hold(document(document)).stream().map(Agreed::told).toList();
    }

    private static String told(Departure one) {
        return one.kind().label() + " " + one.path() + " at " + Places.pointer("", one.place());
    }
}
