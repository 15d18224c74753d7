package dev.tidegate.governance.registry.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A field's type. */
sealed interface ProtoType {
    /** Types of one row are read as each other; numbers that don't fit are cut off. */
    List<Set<String>> ALIKE =
            List.of(
                    Set.of("int32", "uint32", "int64", "uint64", "bool"),
                    Set.of("sint32", "sint64"),
                    Set.of("fixed32", "sfixed32"),
                    Set.of("fixed64", "sfixed64"),
                    Set.of("string", "bytes"),
                    Set.of("float"),
                    Set.of("double"));

    String BUILT_IN = "google.protobuf.";

    record Scalar(String name) implements ProtoType {}

    /** A message or an enum, by its full name. */
    record Named(String name) implements ProtoType {}

    record Dictionary(ProtoType key, ProtoType value) implements ProtoType {}

    /** Empty where there is no such type. */
    static Optional<ProtoType> of(String scope, String text, Set<String> names) {
        if (text.startsWith("map<") && text.endsWith(">")) {
            var parts = text.substring("map<".length(), text.length() - 1).split(",", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : of(scope, parts[0].strip(), names)
                            .flatMap(
                                    key ->
                                            of(scope, parts[1].strip(), names)
                                                    .map(value -> new Dictionary(key, value)));
        }
        if (ALIKE.stream().anyMatch(row -> row.contains(text))) {
            return Optional.of(new Scalar(text));
        }
        return resolved(scope, text, names).map(Named::new);
    }

    /** The innermost scope that has the name wins; a dot at the head means the outermost. */
    private static Optional<String> resolved(String scope, String text, Set<String> names) {
        if (text.startsWith(".")) {
            return Optional.of(text.substring(1)).filter(name -> known(name, names));
        }
        for (var outer = scope; ; outer = outer.substring(0, Math.max(outer.lastIndexOf('.'), 0))) {
            var name = ProtoFile.within(outer, text);
            if (known(name, names)) {
                return Optional.of(name);
            }
            if (outer.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private static boolean known(String name, Set<String> names) {
        return names.contains(name) || name.startsWith(BUILT_IN);
    }

    /** Whether what was written as {@code writer} is read as this. */
    default boolean reads(ProtoType writer) {
        return switch (this) {
            case Scalar(var name) ->
                    writer instanceof Scalar(var other)
                            && ALIKE.stream()
                                    .anyMatch(row -> row.contains(name) && row.contains(other));
            case Named named -> named.equals(writer);
            case Dictionary(var key, var value) ->
                    writer instanceof Dictionary(var otherKey, var otherValue)
                            && key.reads(otherKey)
                            && value.reads(otherValue);
        };
    }
}
