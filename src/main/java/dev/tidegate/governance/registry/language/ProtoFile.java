package dev.tidegate.governance.registry.language;

import com.squareup.wire.schema.internal.parser.EnumElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.TypeElement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A file of Protobuf with the names of types resolved.
 *
 * @param messages its own, by their full names
 * @param names all types that it knows, by their full names
 */
record ProtoFile(String pack, Map<String, ProtoMessage> messages, Set<String> names) {
    /** Thrown within this package only; becomes a {@link Reading.Refused}. */
    static final class Faulty extends Exception {
        private final String place;
        private final String detail;

        Faulty(String place, String detail) {
            super(detail, null, false, false);
            this.place = place;
            this.detail = detail;
        }

        String place() {
            return place;
        }

        String detail() {
            return detail;
        }
    }

    static ProtoFile of(ProtoFileElement element, List<ProtoFile> others) throws Faulty {
        var pack = Objects.requireNonNullElse(element.getPackageName(), "");
        var names = new HashSet<String>();
        others.forEach(other -> names.addAll(other.names()));
        names(pack, element.getTypes(), names);
        var messages = new LinkedHashMap<String, ProtoMessage>();
        messages(pack, element.getTypes(), names, messages);
        return new ProtoFile(pack, messages, names);
    }

    private static void names(String scope, List<TypeElement> types, Set<String> names)
            throws Faulty {
        for (var type : types) {
            var name = within(scope, type.getName());
            if (!names.add(name)) {
                throw new Faulty(name, "it is defined twice");
            }
            names(name, type.getNestedTypes(), names);
        }
    }

    private static void messages(
            String scope,
            List<TypeElement> types,
            Set<String> names,
            Map<String, ProtoMessage> messages)
            throws Faulty {
        for (var type : types) {
            var name = within(scope, type.getName());
            if (type instanceof MessageElement message) {
                messages.put(name, ProtoMessage.of(name, message, names));
            }
            if (type instanceof EnumElement enumeration && enumeration.getConstants().isEmpty()) {
                throw new Faulty(name, "an enum has at least one constant");
            }
            messages(name, type.getNestedTypes(), names, messages);
        }
    }

    static String within(String scope, String name) {
        return scope.isEmpty() ? name : scope + "." + name;
    }
}
