package dev.tidegate.processing;

import dev.tidegate.contract.FieldOrigins;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.contract.Renderer;
import dev.tidegate.contract.Transcript;
import dev.tidegate.governance.accounting.LogEnds;
import dev.tidegate.governance.accounting.RawLanes;
import dev.tidegate.governance.drift.ContractLearner;
import dev.tidegate.governance.source.MappingCatalog;
import dev.tidegate.governance.source.MappingCheck;
import dev.tidegate.governance.source.MappingTrial;
import dev.tidegate.governance.source.Mappings;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.processing.drift.LearnSettings;
import dev.tidegate.processing.drift.Learning;
import dev.tidegate.processing.outbound.AnswerApi;
import dev.tidegate.processing.outbound.Answers;
import dev.tidegate.processing.outbound.OutboundRenderer;
import dev.tidegate.processing.outbound.OutboundSettings;
import dev.tidegate.processing.outbound.ReceivedEvents;
import dev.tidegate.processing.outbound.RenderingApi;
import dev.tidegate.processing.rehearsal.RehearsalApi;
import dev.tidegate.processing.rehearsal.RehearsalSettings;
import dev.tidegate.processing.rehearsal.Rehearsals;
import dev.tidegate.processing.suggestion.SuggestionApi;
import dev.tidegate.processing.suggestion.SuggestionSettings;
import dev.tidegate.processing.suggestion.Suggestions;
import dev.tidegate.processing.suggestion.TrialApi;
import dev.tidegate.processing.tabular.WorkbookTranscript;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Processing's part in the role api: the same reading, for commands, traces and dry runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    NormaliserSettings.class,
    RehearsalSettings.class,
    OutboundSettings.class,
    SuggestionSettings.class,
    LearnSettings.class,
    ProvenanceSettings.class
})
public class ProcessingApi {
    private static final int INTERPRETERS = 4;

    @Bean
    Interpreter interpreter(
            SourceCatalog sources, MappingCatalog mappings, NormaliserSettings limits) {
        return new Interpreters(
                INTERPRETERS,
                () -> new SourceInterpreter(sources, mappings, new Normaliser(limits)));
    }

    @Bean
    RehearsalApi rehearsalApi(
            SourceCatalog sources,
            MappingCatalog catalog,
            Mappings mappings,
            MappingCheck check,
            Rehearsals rehearsals) {
        return new RehearsalApi(sources, catalog, mappings, check, rehearsals);
    }

    @Bean
    Rehearsals rehearsals(
            LogClient log,
            LogEnds ends,
            Receipts receipts,
            NormaliserSettings limits,
            RehearsalSettings settings,
            JsonMapper json) {
        return new Rehearsals(new RawLanes(log, ends), receipts, limits, settings, json);
    }

    @Bean
    ContractLearner contractLearner(
            LogClient log, LogEnds ends, NormaliserSettings limits, LearnSettings settings) {
        return new Learning(new RawLanes(log, ends), limits, settings);
    }

    @Bean
    Renderer renderer(
            MappingCatalog mappings, NormaliserSettings limits, OutboundSettings settings) {
        return new OutboundRenderer(mappings, limits, settings);
    }

    @Bean
    RenderingApi renderingApi(
            Renderer renderer,
            Receipts receipts,
            RawReader raw,
            Interpreter interpreter,
            OutboundSettings settings,
            Clock clock) {
        return new RenderingApi(
                renderer, new ReceivedEvents(receipts, raw, interpreter, settings), clock);
    }

    @Bean
    Suggestions suggestions(
            NormaliserSettings limits,
            SuggestionSettings settings,
            MappingTrial trial,
            MappingCheck check) {
        return new Suggestions(limits, settings, trial, check);
    }

    @Bean
    SuggestionApi suggestionApi(Suggestions suggestions) {
        return new SuggestionApi(suggestions);
    }

    @Bean
    TrialApi trialApi(MappingTrial trial, MappingCheck check, SuggestionSettings settings) {
        return new TrialApi(trial, check, settings);
    }

    @Bean
    Transcript transcript(NormaliserSettings limits) {
        return new WorkbookTranscript(limits);
    }

    @Bean
    AnswerApi answerApi(
            Receipts receipts,
            RawReader raw,
            SourceCatalog sources,
            Interpreter interpreter,
            OutboundSettings settings) {
        return new AnswerApi(receipts, raw, sources, new Answers(interpreter, settings));
    }

    @Bean
    MappingTrial mappingTrial(
            NormaliserSettings limits, ProvenanceSettings provenance, JsonMapper json) {
        return new Trial(limits, provenance, json);
    }

    @Bean
    FieldOrigins fieldOrigins(
            SourceCatalog sources,
            MappingCatalog mappings,
            NormaliserSettings limits,
            ProvenanceSettings settings) {
        var interpreter = new SourceInterpreter(sources, mappings, new Normaliser(limits));
        return (message, mapping, index) ->
                interpreter
                        .definition(message, mapping)
                        .map(source -> new Origins(limits, settings).of(message, source, index))
                        .orElse(List.of());
    }

    @Bean
    MappingCheck mappingCheck(NormaliserSettings limits) {
        return new ExpressionCheck(limits);
    }
}
