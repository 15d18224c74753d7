package dev.tidegate.processing.suggestion;

import dev.tidegate.governance.source.MappingCheck;
import dev.tidegate.governance.source.MappingTrial;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.governance.source.SourceProblems;
import dev.tidegate.platform.TenantId;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.suggestion.Suggestion.Unused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Drafts of mappings from samples. A pure function of the sample, the wish and the synonym list.
 */
public final class Suggestions {
    private static final int FOUND_MIN = 2;
    private static final String REQUESTED_ON = "/requested_on";

    private final Samples samples;
    private final SuggestionSettings settings;
    private final MappingTrial trial;
    private final MappingCheck check;

    public Suggestions(
            NormaliserSettings limits,
            SuggestionSettings settings,
            MappingTrial trial,
            MappingCheck check) {
        this.samples = new Samples(limits, settings);
        this.settings = settings;
        this.trial = trial;
        this.check = check;
    }

    /** A sample laid out for a type, with what was found in it. */
    private record Attempt(Sample sample, Fitting fitting, Choice choice) {}

    /**
     * @throws dev.tidegate.platform.web.ProblemException where the sample can't be read, nothing in
     *     it is recognised, or the wish names what there isn't
     */
    public Suggestion of(TenantId tenant, String contentType, byte[] bytes, Wish wish) {
        if (bytes.length > settings.sampleSizeMax()) {
            throw SuggestionProblems.tooLarge(settings.sampleSizeMax()).asException();
        }
        var read = samples.read(contentType.toLowerCase(Locale.ROOT), bytes, wish);
        var likeliest =
                types(wish).stream()
                        .map(type -> attempt(read.of(type.hasLines()), type, Map.of()))
                        .max(Comparator.comparingDouble(one -> one.choice().score()))
                        .orElseThrow();
        if (wish.type().isEmpty() && likeliest.choice().matched().found().size() < FOUND_MIN) {
            throw SuggestionProblems.noGuess().asException();
        }
        var attempt =
                wish.fills().isEmpty()
                        ? likeliest
                        : attempt(likeliest.sample(), likeliest.choice().type(), wish.fills());
        return suggestion(tenant, contentType, bytes, attempt);
    }

    /**
     * What another expression makes of the sample, read as the draft's source would.
     *
     * @throws dev.tidegate.platform.web.ProblemException where it is no expression
     */
    public List<JsonNode> tried(
            TenantId tenant,
            Suggestion draft,
            String expression,
            String contentType,
            byte[] bytes) {
        check.fault(expression)
                .ifPresent(
                        fault -> {
                            throw SourceProblems.doesNotCompile("/expression", fault).asException();
                        });
        var adapter = Adapter.valueOf(draft.adapter().toUpperCase(Locale.ROOT));
        var source = Samples.source(tenant, adapter, draft.parameters(), expression);
        return trial.read(source, contentType, bytes);
    }

    private static List<CanonicalType> types(Wish wish) {
        return wish.type()
                .flatMap(CanonicalType::of)
                .map(List::of)
                .orElseGet(() -> List.of(CanonicalType.values()));
    }

    private static Attempt attempt(Sample sample, CanonicalType type, Map<String, String> fills) {
        var fitting = new Fitting(sample.decimalMark(), unitsOfSap(sample));
        var told = Fills.of(fills, type, sample, fitting);
        var matched = Matching.of(sample, fitting, type.targets(), told);
        var targets = type.targets().stream().filter(target -> fits(target, sample, matched));
        var again = Matching.of(sample, fitting, targets.toList(), told);
        return new Attempt(sample, fitting, Choice.of(type, again));
    }

    /** A date that differs within an order is its lines'. */
    private static boolean fits(Target target, Sample sample, Matching.Matched matched) {
        var found = Optional.ofNullable(matched.found().get(target));
        return !target.pointer().equals(REQUESTED_ON)
                || found.isEmpty()
                || number(matched)
                        .map(number -> sample.isSameWithin(number, found.get().column()))
                        .orElse(true);
    }

    private static Optional<Column> number(Matching.Matched matched) {
        return matched.found().values().stream()
                .filter(found -> found.target().pointer().equals("/number"))
                .map(Found::column)
                .findFirst();
    }

    /**
     * Whether its order numbers or units are called so by SAP, or in German, where SAP is at home.
     */
    private static boolean unitsOfSap(Sample sample) {
        return Stream.concat(sample.head().stream(), sample.lines().stream())
                .flatMap(
                        column ->
                                Stream.of("unit", "order_number")
                                        .flatMap(
                                                concept ->
                                                        Synonyms.likeness(concept, column.name())
                                                                .stream()))
                .map(Synonyms.Likeness::language)
                .anyMatch(language -> language == Language.SAP || language == Language.DE);
    }

    private Suggestion suggestion(
            TenantId tenant, String contentType, byte[] bytes, Attempt attempt) {
        var choice = attempt.choice();
        var sample = attempt.sample();
        String expression = Draft.of(choice, sample);
        var parameters = parameters(attempt);
        return new Suggestion(
                choice.type().label(),
                sample.adapter(),
                parameters,
                sample.documents(),
                expression,
                choice.found().stream().map(Found::guess).toList(),
                choice.holes(),
                unused(attempt),
                notes(attempt),
                events(tenant, contentType, bytes, sample, parameters, expression));
    }

    private static Map<String, String> parameters(Attempt attempt) {
        var sample = attempt.sample();
        var parameters = new LinkedHashMap<>(sample.parameters());
        if (sample.decimalMark() == DecimalMark.COMMA) {
            parameters.put("decimal_mark", ",");
        }
        if (sample.isTable()) {
            boolean lines = attempt.choice().type().hasLines();
            parameters.put(
                    "group_by",
                    lines ? number(attempt.choice().matched()).map(Column::name).orElse("") : "");
            version(attempt).ifPresent(column -> parameters.put("group_version", column));
        }
        return parameters;
    }

    private static Optional<String> version(Attempt attempt) {
        return attempt.choice().found().stream()
                .filter(found -> found.target().kind() == Kind.VERSION)
                .map(found -> found.column().name())
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static List<Unused> unused(Attempt attempt) {
        var columns = new LinkedHashSet<>(attempt.sample().head());
        columns.addAll(attempt.sample().lines());
        return columns.stream()
                .filter(column -> !attempt.choice().matched().used().contains(column))
                .map(column -> new Unused(column.name(), column.shown()))
                .toList();
    }

    private static List<String> notes(Attempt attempt) {
        var notes = new ArrayList<>(attempt.sample().notes());
        var number = number(attempt.choice().matched());
        if (!attempt.choice().type().hasLines() || number.isEmpty()) {
            return notes;
        }
        for (Found found : attempt.choice().found()) {
            if (!found.target().isOfLine()
                    && !found.column().name().isEmpty()
                    && found.target().kind() != Kind.VERSION
                    && !attempt.sample().isSameWithin(number.get(), found.column())) {
                notes.add(
                        "\"%s\" differs within one %s; its first row counts."
                                .formatted(found.column().name(), attempt.choice().type().label()));
            }
        }
        if (!attempt.sample().standsTogether(number.get())) {
            notes.add(
                    "Rows of one \"%s\" don't stand together: each part would be told as the whole."
                            .formatted(number.get().name()));
        }
        return notes;
    }

    private List<JsonNode> events(
            TenantId tenant,
            String contentType,
            byte[] bytes,
            Sample sample,
            Map<String, String> parameters,
            String expression) {
        var adapter = Adapter.valueOf(sample.adapter().toUpperCase(Locale.ROOT));
        var source = Samples.source(tenant, adapter, parameters, expression);
        return trial.read(source, contentType, bytes).stream().limit(settings.eventsMax()).toList();
    }
}
