package dev.tidegate.processing.canonical;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData.EnumSymbol;
import org.jspecify.annotations.Nullable;

/** One of the codes that the schema lists; upper case is read too. */
record CodeShape(List<String> codes, Map<String, EnumSymbol> symbols) implements Shape {
    static CodeShape of(Schema schema) {
        var symbols = new HashMap<String, EnumSymbol>();
        for (String code : schema.getEnumSymbols()) {
            symbols.put(code, new EnumSymbol(schema, code));
        }
        return new CodeShape(schema.getEnumSymbols(), symbols);
    }

    @Override
    public @Nullable Object convert(Object value, Conversion conversion) {
        if (value instanceof String text) {
            var symbol = symbols.get(text);
            if (symbol == null) {
                symbol = symbols.get(text.strip().toLowerCase(Locale.ROOT));
            }
            if (symbol != null) {
                return symbol;
            }
        }
        return conversion.refuse(
                "unknown_code", value, "This is none of " + String.join(", ", codes) + ".");
    }
}
