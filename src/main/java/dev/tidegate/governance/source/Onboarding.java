package dev.tidegate.governance.source;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A partner's first mapping, source and golden case, as one command. */
public final class Onboarding {
    private static final String CASE = "sample";
    private static final String NOTE = "drafted from a sample";

    private final Mappings mappings;
    private final Sources sources;
    private final MappingCases cases;

    public Onboarding(Mappings mappings, Sources sources, MappingCases cases) {
        this.mappings = mappings;
        this.sources = sources;
        this.cases = cases;
    }

    /**
     * What is to be there.
     *
     * @param source also the mapping's name
     * @param adapter by its name
     * @param type the one canonical type that may come
     * @param sample of the golden case
     * @param expected what the mapping has to make of the sample
     */
    public record Plan(
            SourceId source,
            String adapter,
            Map<String, String> parameters,
            String type,
            String expression,
            String contentType,
            byte[] sample,
            List<JsonNode> expected) {}

    /**
     * Publishes the mapping, defines the source, keeps the golden case. Done twice it does nothing
     * more.
     *
     * @return the published version, such as {@code acme-orders@1}
     * @throws dev.tidegate.platform.web.ProblemException as each of the three would
     */
    public String publish(Caller caller, Plan plan) {
        String name = plan.source().value();
        var published = mappings.publish(caller, name, plan.expression(), NOTE);
        String label = published.version().asVersion().label();
        sources.put(caller, plan.source(), SourceDocument.drafted(plan, label));
        cases.put(
                caller,
                new MappingCase(
                        name,
                        CASE,
                        name,
                        plan.contentType(),
                        plan.sample(),
                        plan.expected(),
                        caller.principal(),
                        Instant.EPOCH));
        return label;
    }

    /**
     * Keeps the mapping as a draft; a source and a golden case come with its publication.
     *
     * @return the version that it will be, such as {@code acme-orders@1}
     */
    public String keepDraft(Caller caller, Plan plan) {
        return mappings.draft(caller, plan.source().value(), plan.expression(), NOTE)
                .asVersion()
                .label();
    }
}
