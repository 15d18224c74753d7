package dev.tidegate.governance.registry.language;

import com.squareup.wire.schema.Field;
import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import dev.tidegate.governance.registry.language.ProtoFile.Faulty;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kotlin.ranges.IntRange;

/**
 * A message.
 *
 * @param fields by their numbers
 */
record ProtoMessage(String name, Map<Integer, ProtoField> fields) {
    private static final int NUMBER_MAX = (1 << 29) - 1;
    private static final int RESERVED_FROM = 19_000;
    private static final int RESERVED_TO = 19_999;

    static ProtoMessage of(String name, MessageElement element, Set<String> names) throws Faulty {
        var adding = new Adding(name, element, names);
        for (var field : element.getFields()) {
            adding.add(field, "");
        }
        for (var oneOf : element.getOneOfs()) {
            for (var field : oneOf.getFields()) {
                adding.add(field, oneOf.getName());
            }
            refuseGroups(name, oneOf.getGroups());
        }
        refuseGroups(name, element.getGroups());
        return new ProtoMessage(name, adding.fields);
    }

    private static void refuseGroups(String name, List<?> groups) throws Faulty {
        if (!groups.isEmpty()) {
            throw new Faulty(name, "groups are not supported; use a message");
        }
    }

    private static final class Adding {
        private final String message;
        private final MessageElement element;
        private final Set<String> types;
        private final Set<String> names = new HashSet<>();
        private final Map<Integer, ProtoField> fields = new TreeMap<>();

        Adding(String message, MessageElement element, Set<String> types) {
            this.message = message;
            this.element = element;
            this.types = types;
        }

        void add(FieldElement field, String oneOf) throws Faulty {
            var place = message + "." + field.getName();
            int number = field.getTag();
            if (number < 1
                    || number > NUMBER_MAX
                    || (number >= RESERVED_FROM && number <= RESERVED_TO)) {
                throw new Faulty(place, "a field can't have the number " + number);
            }
            if (isReserved(number) || isReserved(field.getName())) {
                throw new Faulty(place, "its number or name is reserved");
            }
            var type = ProtoType.of(message, field.getType(), types);
            if (type.isEmpty()) {
                throw new Faulty(place, "there is no type " + field.getType());
            }
            var made =
                    new ProtoField(
                            number,
                            field.getName(),
                            type.get(),
                            field.getLabel() == Field.Label.REPEATED,
                            field.getLabel() == Field.Label.REQUIRED,
                            oneOf,
                            ProtoOptions.described(message, field));
            if (fields.put(number, made) != null || !names.add(field.getName())) {
                throw new Faulty(place, "its number or name is used twice");
            }
        }

        private boolean isReserved(Object value) {
            return element.getReserveds().stream()
                    .flatMap(reserved -> reserved.getValues().stream())
                    .anyMatch(
                            reserved ->
                                    reserved.equals(value)
                                            || (reserved instanceof IntRange range
                                                    && value instanceof Integer number
                                                    && number >= range.getFirst()
                                                    && number <= range.getLast()));
        }
    }
}
