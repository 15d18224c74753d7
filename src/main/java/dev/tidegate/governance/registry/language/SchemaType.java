package dev.tidegate.governance.registry.language;

import java.util.Arrays;
import java.util.Optional;

/** Schema languages by the names that clients send. */
public enum SchemaType {
    AVRO,
    JSON,
    PROTOBUF;

    public static Optional<SchemaType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    public Language language(LanguageLimits limits) {
        return switch (this) {
            case AVRO -> new AvroLanguage(limits);
            case JSON -> new JsonLanguage(limits);
            case PROTOBUF -> new ProtobufLanguage(limits);
        };
    }
}
