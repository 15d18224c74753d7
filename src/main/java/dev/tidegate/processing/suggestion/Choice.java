package dev.tidegate.processing.suggestion;

import dev.tidegate.processing.suggestion.Matching.Matched;
import dev.tidegate.processing.suggestion.Suggestion.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A type with the fields that were found for it, and the holes that are left. */
record Choice(CanonicalType type, List<Found> found, List<Hole> holes, Matched matched) {
    private static final double BY_ANOTHER_FIELD = 0.6;
    private static final double TELLING = 2;
    private static final double MISSING = 0.5;

    static Choice of(CanonicalType type, Matched matched) {
        var found = new ArrayList<Found>();
        var holes = new ArrayList<Hole>();
        for (Target target : type.targets()) {
            var one =
                    Optional.ofNullable(matched.found().get(target))
                            .or(() -> derived(type, target, matched));
            one.ifPresent(found::add);
            if (one.isEmpty() && (target.required() || matched.unfit().containsKey(target))) {
                holes.add(hole(type, target, matched));
            }
        }
        return new Choice(type, found, holes, matched);
    }

    /** How well the sample is of this type. */
    double score() {
        double sum = found.stream().mapToDouble(Found::confidence).sum();
        boolean telling =
                matched.used().stream()
                        .anyMatch(
                                column ->
                                        Synonyms.likeness(type.tellingConcept(), column.name())
                                                .filter(likeness -> likeness.score() > 0.9)
                                                .isPresent());
        long missing = found.isEmpty() ? 0 : holes.size();
        return sum + (telling ? TELLING : 0) - MISSING * missing;
    }

    /** What another field says as well. */
    private static Optional<Found> derived(CanonicalType type, Target target, Matched matched) {
        return switch (target.name()) {
            case "item" ->
                    at(type, matched, target.pointer().replace("item", "gtin"))
                            .map(
                                    gtin ->
                                            new Found(
                                                    target,
                                                    gtin.column(),
                                                    gtin.expression(),
                                                    BY_ANOTHER_FIELD,
                                                    "No other column names the item, so its GTIN"
                                                            + " does."));
            case "number" ->
                    type == CanonicalType.STOCK_COUNT
                            ? countNumber(target, type, matched)
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A count without a number of its own is known by what was counted, where and when. */
    private static Optional<Found> countNumber(Target target, CanonicalType type, Matched matched) {
        var parts =
                List.of("/item", "/location", "/lot", "/counted_at").stream()
                        .map(pointer -> at(type, matched, pointer))
                        .flatMap(Optional::stream)
                        .map(part -> part.column().path())
                        .toList();
        return parts.size() < 3
                ? Optional.empty()
                : Optional.of(
                        Found.told(
                                target,
                                String.join(" & \"/\" & ", parts),
                                BY_ANOTHER_FIELD,
                                "No column numbers the counts, so a count is known by what was"
                                        + " counted, where and when."));
    }

    private static Optional<Found> at(CanonicalType type, Matched matched, String pointer) {
        return type.targets().stream()
                .filter(target -> target.pointer().equals(pointer))
                .findFirst()
                .map(matched.found()::get);
    }

    private static Hole hole(CanonicalType type, Target target, Matched matched) {
        String reason =
                Optional.ofNullable(matched.unfit().get(target))
                        .orElseGet(() -> asked(type, target, matched.found()));
        return new Hole(target.pointer(), reason, choices(target));
    }

    private static List<String> choices(Target target) {
        return target.kind() == Kind.VERSION ? List.of("1") : target.values();
    }

    private static String asked(CanonicalType type, Target target, Map<Target, Found> found) {
        return switch (target.kind()) {
            case CODE, MOVEMENT ->
                    "No column tells whether it is "
                            + either(target.values())
                            + "."
                            + hint(type, target, found);
            case VERSION ->
                    "No column tells which of two tellings is the newer: a number that grows, or a"
                            + " time. Tell 1 where each "
                            + type.label()
                            + " is told once and never changed.";
            case TEXT, DECIMAL, DATE, MOMENT, GTIN, GLN, DUNS, UNIT, CURRENCY ->
                    "No column of the sample is named like it.";
        };
    }

    private static String either(List<String> values) {
        String all = String.join(", ", values);
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }

    /** Whom a file names says much of which way it goes, but not all. */
    private static String hint(CanonicalType type, Target target, Map<Target, Found> found) {
        if (type != CanonicalType.ORDER || !target.pointer().equals("/kind")) {
            return "";
        }
        return found.values().stream()
                .filter(one -> one.target().pointer().startsWith("/partner/"))
                .findFirst()
                .map(
                        one ->
                                " It names \"%s\", which looks like %s."
                                        .formatted(
                                                one.column().name(),
                                                isSupplier(one.column().name())
                                                        ? "a purchase"
                                                        : "a sale"))
                .orElse("");
    }

    private static boolean isSupplier(String column) {
        return List.of("supplier_code", "supplier_name", "supplier_gln").stream()
                .anyMatch(concept -> Synonyms.likeness(concept, column).isPresent());
    }
}
