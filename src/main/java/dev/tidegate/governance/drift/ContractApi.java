package dev.tidegate.governance.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tidegate.governance.accounting.Span;
import dev.tidegate.governance.agreement.Check;
import dev.tidegate.governance.agreement.DocumentType;
import dev.tidegate.governance.source.AgreementRows.Accepted;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceProblems;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/sources/{source}/contracts}: what a source has agreed to send. */
@RestController
public final class ContractApi {
    private static final int NOTE_LENGTH_MAX = 1_000;

    private final SourceContracts contracts;
    private final SourceCatalog sources;
    private final ContractLearner learner;

    public ContractApi(SourceContracts contracts, SourceCatalog sources, ContractLearner learner) {
        this.contracts = contracts;
        this.sources = sources;
        this.learner = learner;
    }

    /**
     * A contract to accept, or a span to learn one from.
     *
     * @param note why it is so; kept
     */
    record Wanted(
            @Nullable List<DocumentType> documents, @Nullable String note, @Nullable Learn learn) {}

    /**
     * @param from accepted at or after; since ever where it isn't told
     * @param to accepted before; until now where it isn't told
     */
    record Learn(@Nullable Instant from, @Nullable Instant to) {}

    /**
     * A contract: accepted with its version, or learned, without one.
     *
     * @param inForce whether the source's documents are held against it
     * @param messages a draft was learned from
     * @param complete whether the whole span was read for a draft
     * @param lacks what a draft needs before it can be accepted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            String source,
            @Nullable Integer version,
            boolean inForce,
            @Nullable String note,
            @Nullable String acceptedBy,
            @Nullable Instant acceptedAt,
            @Nullable Long messages,
            @Nullable Boolean complete,
            List<DocumentType> documents,
            @Nullable List<Problem.Place> lacks) {
        static Told of(SourceDefinition source, Accepted accepted) {
            return new Told(
                    source.source().value(),
                    accepted.agreement().version(),
                    source.contract().fields().filter(accepted.agreement()::equals).isPresent(),
                    accepted.note(),
                    accepted.acceptedBy(),
                    accepted.acceptedAt(),
                    null,
                    null,
                    accepted.agreement().documents(),
                    null);
        }

        static Told of(SourceId source, ContractLearner.Learned learned) {
            return new Told(
                    source.value(),
                    null,
                    false,
                    null,
                    null,
                    null,
                    learned.messages(),
                    learned.complete(),
                    learned.documents(),
                    Check.places(learned.documents()));
        }
    }

    @Operation(summary = "Accepted contracts of a source, the newest first")
    @GetMapping("/v1/sources/{source}/contracts")
    @Needs(Scopes.MAPPINGS_READ)
    Page<Told> list(
            Caller caller,
            @PathVariable SourceId source,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        var present = source(caller, source);
        int most = Page.limit(limit);
        int before =
                Cursor.parse(cursor, 1).map(at -> (int) at.number(0)).orElse(Integer.MAX_VALUE);
        var rows = contracts.before(caller.tenant(), source, before, most + 1);
        return Page.of(
                rows.stream().map(one -> Told.of(present, one)).toList(),
                most,
                last -> Cursor.of(Objects.requireNonNull(last.version())));
    }

    @Operation(summary = "One accepted contract")
    @GetMapping("/v1/sources/{source}/contracts/{version}")
    @Needs(Scopes.MAPPINGS_READ)
    Told get(Caller caller, @PathVariable SourceId source, @PathVariable int version) {
        var present = source(caller, source);
        return contracts
                .find(caller.tenant(), source, version)
                .map(one -> Told.of(present, one))
                .orElseThrow(() -> DriftProblems.noContract(source, version).asException());
    }

    @Operation(summary = "Accept a source's next contract, or learn a draft of it")
    @PostMapping("/v1/sources/{source}/contracts")
    @Needs(Scopes.MAPPINGS_WRITE)
    ResponseEntity<Told> post(
            Caller caller, @PathVariable SourceId source, @RequestBody Wanted wanted) {
        var present = source(caller, source);
        if ((wanted.documents() == null) == (wanted.learn() == null)) {
            throw DriftProblems.neitherOrBoth().asException();
        }
        return wanted.learn() != null
                ? ResponseEntity.ok(learned(present, wanted.learn()))
                : accepted(caller, source, wanted);
    }

    private Told learned(SourceDefinition source, Learn learn) {
        var span = new Span(Optional.ofNullable(learn.from()), Optional.ofNullable(learn.to()));
        return Told.of(source.source(), learner.learn(source, span));
    }

    private ResponseEntity<Told> accepted(Caller caller, SourceId source, Wanted wanted) {
        String note = Objects.requireNonNullElse(wanted.note(), "");
        if (note.length() > NOTE_LENGTH_MAX) {
            throw DriftProblems.field("/note", "it has at most 1000 characters").asException();
        }
        var documents = Objects.requireNonNullElse(wanted.documents(), List.<DocumentType>of());
        var outcome = contracts.accept(caller, source, documents, note);
        var told = Told.of(source(caller, source), outcome.version());
        var at = URI.create("/v1/sources/" + source + "/contracts/" + told.version());
        return outcome.fresh() ? ResponseEntity.created(at).body(told) : ResponseEntity.ok(told);
    }

    private SourceDefinition source(Caller caller, SourceId source) {
        return sources.find(caller.tenant(), source)
                .orElseThrow(() -> SourceProblems.unknownSource(source.value()).asException());
    }
}
