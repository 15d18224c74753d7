package dev.tidegate.processing.drift;

import dev.tidegate.governance.agreement.DatePattern;
import dev.tidegate.governance.agreement.DocumentType;
import dev.tidegate.governance.agreement.Field;
import dev.tidegate.governance.agreement.FieldPath;
import dev.tidegate.governance.agreement.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes down what one kind of document looked like. Shape and presence are seen; what a field
 * means is not, so it is taken from the contract in force or left for a person to tell.
 */
final class Draft {
    private static final int CODES_MAX = 20;
    private static final int CODE_LENGTH_MAX = 16;
    private static final int SEEN_MIN = 10;
    private static final int TIMES_EACH = 4;
    private static final Set<String> UNIT_NAMES =
            Set.of("uom", "unit", "unit_code", "unit_of_measure");
    private static final Pattern MEASURES = Pattern.compile("(?i).*(quantity|qty|weight|volume).*");

    /** An item of HL loops sees its parents here; they are agreed where they stand. */
    private static final String SEEN_AGAIN = "within";

    private final boolean onceOrMore;
    private final Map<String, Field> known = new LinkedHashMap<>();
    private final List<Field> fields = new ArrayList<>();

    private Draft(boolean onceOrMore, Optional<DocumentType> inForce) {
        this.onceOrMore = onceOrMore;
        inForce.ifPresent(type -> type.fields().forEach(field -> known.put(field.path(), field)));
    }

    /**
     * @param onceOrMore whether the format tells as an object what is there once and as a list what
     *     is there more often, as EDI and XML do
     * @param inForce the same kind in the contract in force
     */
    static List<Field> of(Profile documents, boolean onceOrMore, Optional<DocumentType> inForce) {
        var draft = new Draft(onceOrMore, inForce);
        draft.members(documents, new FieldPath(List.of()));
        draft.known.values().forEach(field -> draft.fields.add(unseen(field, documents.objects)));
        return draft.fields;
    }

    /** Agreed, yet not sent in the span. */
    private static Field unseen(Field field, long documents) {
        return copy(
                field,
                Field.OPTIONAL,
                "0/" + documents,
                field.shape(),
                field.patterns(),
                field.codes());
    }

    private void members(Profile object, FieldPath path) {
        object.members.forEach(
                (name, member) -> place(member, path.below(name), object.objects, object));
    }

    private void place(Profile seen, FieldPath path, long parents, Profile parent) {
        boolean again = onceOrMore && path.steps().getLast().equals(SEEN_AGAIN);
        var shape = again ? Shape.ANY : shape(seen);
        fields.add(field(seen, path, shape, parents, parent));
        if (again || shape == Shape.ANY) {
            return;
        }
        if (seen.lists > 0) {
            var each = seen.itemsWithSingles();
            var items = path.below(FieldPath.ANY);
            if (each.leaves() > 0) {
                fields.add(field(each, items, shape(each), each.told, each));
            }
            members(each, items);
        } else {
            members(seen, path);
        }
    }

    private Shape shape(Profile seen) {
        boolean nested = seen.objects + seen.lists > 0;
        if (nested && seen.leaves() > 0) {
            return Shape.ANY;
        }
        if (nested) {
            return onceOrMore || seen.objects > 0 && seen.lists > 0
                    ? Shape.GROUP
                    : seen.lists > 0 ? Shape.LIST : Shape.OBJECT;
        }
        if (seen.booleans == seen.told) {
            return Shape.BOOLEAN;
        }
        if (!seen.patterns().isEmpty()) {
            return Shape.DATE;
        }
        if (seen.numbers == seen.told) {
            return seen.wholes == seen.told ? Shape.INTEGER : Shape.DECIMAL;
        }
        return isCode(seen) ? Shape.CODE : Shape.TEXT;
    }

    private static boolean isCode(Profile seen) {
        return !seen.manyValues
                && seen.values.size() <= CODES_MAX
                && seen.longest <= CODE_LENGTH_MAX
                && seen.told >= SEEN_MIN
                && (long) seen.values.size() * TIMES_EACH <= seen.told
                && seen.values.stream().noneMatch(value -> value.contains(" "));
    }

    private Field field(Profile seen, FieldPath path, Shape shape, long parents, Profile parent) {
        var presence = seen.told >= parents ? Field.REQUIRED : Field.OPTIONAL;
        var present = seen.told + "/" + parents;
        var agreed = known.remove(path.toString());
        return agreed == null
                ? fresh(seen, path, shape, presence, present, parent)
                : again(agreed, seen, presence, present);
    }

    private Field fresh(
            Profile seen,
            FieldPath path,
            Shape shape,
            String presence,
            String present,
            Profile parent) {
        var unit = shape.isNumber() ? unit(path, parent) : Optional.<String>empty();
        return new Field(
                path.toString(),
                Optional.of(presence),
                Optional.of(present),
                Optional.of(shape.label()),
                shape == Shape.DATE ? List.of(seen.patterns().getFirst().toString()) : List.of(),
                shape == Shape.CODE ? codes(seen.values, List.of()) : List.of(),
                Optional.empty(),
                unit.map(name -> List.copyOf(member(parent, name).values)).orElse(List.of()),
                unit.map(name -> sibling(path, name)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The member beside a quantity that says its unit, where one has such a name. */
    private static Optional<String> unit(FieldPath path, Profile parent) {
        return MEASURES.matcher(path.steps().getLast()).matches()
                ? parent.members.keySet().stream().filter(UNIT_NAMES::contains).findFirst()
                : Optional.empty();
    }

    private static Profile member(Profile parent, String name) {
        return parent.members.getOrDefault(name, new Profile());
    }

    private static String sibling(FieldPath path, String name) {
        return new FieldPath(path.steps().subList(0, path.steps().size() - 1))
                .below(name)
                .toString();
    }

    /**
     * As agreed, with what came beside it: a new way to write a date, codes that lack a meaning.
     */
    private static Field again(Field agreed, Profile seen, String presence, String present) {
        var shape = agreed.shape().flatMap(Shape::of).orElse(Shape.ANY);
        var patterns = new ArrayList<>(agreed.patterns());
        if (shape == Shape.DATE) {
            var known =
                    patterns.stream().map(DatePattern::parse).flatMap(Optional::stream).toList();
            seen.values.stream()
                    .filter(value -> known.stream().noneMatch(one -> one.fits(value)))
                    .map(DatePattern::fitting)
                    .flatMap(fitting -> fitting.stream().limit(1))
                    .map(DatePattern::toString)
                    .distinct()
                    .forEach(patterns::add);
        }
        var codes = shape == Shape.CODE ? codes(seen.values, agreed.codes()) : agreed.codes();
        return copy(agreed, presence, present, agreed.shape(), patterns, codes);
    }

    private static List<Field.Code> codes(Set<String> values, List<Field.Code> agreed) {
        var codes = new ArrayList<>(agreed);
        values.stream()
                .filter(value -> agreed.stream().noneMatch(code -> code.code().equals(value)))
                .sorted()
                .forEach(value -> codes.add(new Field.Code(value, "", List.of())));
        return codes;
    }

    private static Field copy(
            Field field,
            String presence,
            String present,
            Optional<String> shape,
            List<String> patterns,
            List<Field.Code> codes) {
        return new Field(
                field.path(),
                Optional.of(presence),
                Optional.of(present),
                shape,
                patterns,
                codes,
                field.companion(),
                field.units(),
                field.unitAt(),
                field.min(),
                field.max(),
                field.classification(),
                field.onDrift());
    }
}
