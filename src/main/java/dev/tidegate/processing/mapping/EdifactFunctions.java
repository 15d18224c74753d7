package dev.tidegate.processing.mapping;

import dev.tidegate.processing.document.Unusable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What EDIFACT segments tell in composites: dates by their format, parties, articles. */
final class EdifactFunctions {
    private static final int NAME_LINES = 5;

    /** A name goes on in the next line where it fills this one (C080, an..35). */
    private static final int NAME_LINE_LENGTH = 35;

    private static final int PIA_LAST = 6;
    private final ValueFunctions values;

    EdifactFunctions(ValueFunctions values) {
        this.values = values;
    }

    /**
     * How a DTM tells a moment, by the code of its format (2379): so many digits of a date, then of
     * a time, then what that says.
     */
    private record Form(int date, int time, Rest rest) {
        private enum Rest {
            NOTHING,
            ZONE,
            END_OF_PERIOD
        }

        static Optional<Form> of(String format, int length) {
            return switch (format) {
                case "101" -> Optional.of(new Form(6, 0, Rest.NOTHING));
                case "102" -> Optional.of(new Form(8, 0, Rest.NOTHING));
                case "201" -> Optional.of(new Form(6, 4, Rest.NOTHING));
                case "203" -> Optional.of(new Form(8, 4, Rest.NOTHING));
                case "204" -> Optional.of(new Form(8, 6, Rest.NOTHING));
                case "205", "303" -> Optional.of(new Form(8, 4, Rest.ZONE));
                case "304" -> Optional.of(new Form(8, 6, Rest.ZONE));
                case "718", "719" -> Optional.of(new Form(8, 0, Rest.END_OF_PERIOD));
                case "" -> untold(length);
                default -> Optional.empty();
            };
        }

        private static Optional<Form> untold(int length) {
            return switch (length) {
                case 6, 8 -> Optional.of(new Form(length, 0, Rest.NOTHING));
                case 12 -> Optional.of(new Form(8, 4, Rest.NOTHING));
                case 14 -> Optional.of(new Form(8, 6, Rest.NOTHING));
                default -> Optional.empty();
            };
        }

        boolean fits(int length) {
            return rest == Rest.NOTHING ? length == date + time : length > date + time;
        }
    }

    /**
     * The moment of a DTM, as {@code 2026-11-24T10:00:00Z}; of a period, its first day's. Where no
     * zone is told with it, in the source's.
     *
     * @param segments DTMs, of which the one with the first of the qualifiers (2005) is taken
     */
    @Nullable Object moment(@Nullable Object segments, @Nullable String qualifiers) {
        return read(
                segments,
                qualifiers,
                (value, form) -> {
                    int behind = form.date() + form.time();
                    return values.timestamp(
                            value.substring(0, form.date()),
                            form.time() == 0 ? null : value.substring(form.date(), behind),
                            form.rest() == Form.Rest.ZONE ? value.substring(behind) : null);
                });
    }

    /** The day of a DTM as it is written, whatever zone it is told in: {@code 2026-11-24}. */
    @Nullable Object day(@Nullable Object segments, @Nullable String qualifiers) {
        return read(
                segments,
                qualifiers,
                (value, form) -> values.date(value.substring(0, form.date()), null));
    }

    private static @Nullable Object read(
            @Nullable Object segments,
            @Nullable String qualifiers,
            BiFunction<String, Form, @Nullable Object> reading) {
        if (!(Segments.pick(segments, qualifiers) instanceof Map<?, ?> dtm)
                || !(dtm.get("01-2") instanceof String value)) {
            return null;
        }
        String format = dtm.get("01-3") instanceof String told ? told : "";
        var read =
                Form.of(format, value.length())
                        .filter(form -> form.fits(value.length()))
                        .map(form -> reading.apply(value, form));
        return read.isPresent() && !(read.get() instanceof Unusable)
                ? read.get()
                : none(value, format);
    }

    private static Unusable none(String value, String format) {
        String of = format.isEmpty() ? "" : " of format " + format + " (2379)";
        return new Unusable("not_a_timestamp", "\"" + value + "\" is no time" + of + ".", value);
    }

    /**
     * The party of a NAD: its identification by the agency that gave it (3055: 9 GS1, 16 Dun and
     * Bradstreet, else the sender's own), and its name (C080, else C058); nothing where nothing is
     * told.
     */
    static @Nullable Object nad(@Nullable Object segment) {
        if (!(segment instanceof Map<?, ?> nad)) {
            return null;
        }
        var party = new LinkedHashMap<String, Object>();
        if (nad.get("02") instanceof String id) {
            String kind =
                    switch (String.valueOf(nad.get("02-3"))) {
                        case "9" -> "gln";
                        case "16" -> "duns";
                        default -> "code";
                    };
            party.put(kind, id);
        }
        String name = name(nad, "04");
        if (name.isEmpty()) {
            name = name(nad, "03");
        }
        if (!name.isEmpty()) {
            party.put("name", name);
        }
        return party.isEmpty() ? null : party;
    }

    private static String name(Map<?, ?> nad, String element) {
        var name = new StringBuilder();
        for (int i = 1; i <= NAME_LINES; i++) {
            if (nad.get(i == 1 ? element : element + "-" + i) instanceof String line) {
                boolean goesOn = name.isEmpty() || name.length() % NAME_LINE_LENGTH == 0;
                name.append(goesOn ? "" : " ").append(line);
            }
        }
        return name.toString();
    }

    /** The text of the first IMD that has one (7008, in two parts). */
    static @Nullable Object text(@Nullable Object imd) {
        return switch (imd) {
            case Map<?, ?> segment when segment.get("03-4") instanceof String first ->
                    segment.get("03-5") instanceof String rest ? first + rest : first;
            case List<?> list ->
                    list.stream()
                            .map(EdifactFunctions::text)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            case null, default -> null;
        };
    }

    /** The price of a PRI for one unit: 5118 for as many as 5284 tells. */
    @Nullable Object price(@Nullable Object segment) {
        return segment instanceof Map<?, ?> pri
                ? pri.get("01-5") instanceof String basis
                        ? values.divide(
                                values.decimal(pri.get("01-2"), ","), values.decimal(basis, ","))
                        : values.decimal(pri.get("01-2"), ",")
                : null;
    }

    private record Article(String type, Object id) {}

    /**
     * The article's id of the first of the types (7143) that a LIN and its PIAs tell; {@code *} is
     * any.
     */
    static @Nullable Object article(
            @Nullable Object lin, @Nullable Object pia, @Nullable String types) {
        if (types == null) {
            return null;
        }
        var told = new ArrayList<Article>();
        add(lin, "03", told);
        switch (pia) {
            case List<?> list -> list.forEach(segment -> addAll(segment, told));
            case null, default -> addAll(pia, told);
        }
        for (String wanted : types.split(" ")) {
            for (Article article : told) {
                if (wanted.equals("*") || wanted.equals(article.type())) {
                    return article.id();
                }
            }
        }
        return null;
    }

    private static void addAll(@Nullable Object pia, List<Article> told) {
        for (int i = 2; i <= PIA_LAST; i++) {
            add(pia, "0" + i, told);
        }
    }

    private static void add(@Nullable Object segment, String element, List<Article> told) {
        if (segment instanceof Map<?, ?> elements && elements.get(element) instanceof Object id) {
            told.add(new Article(String.valueOf(elements.get(element + "-2")), id));
        }
    }
}
