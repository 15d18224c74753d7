package dev.tidegate.governance.drift;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tidegate.governance.agreement.Kind;
import dev.tidegate.governance.source.MappingCatalog;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.OneOf;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/findings}: where what came departs from its contract. */
@RestController
public final class FindingApi {
    private static final int WHY_LENGTH_MAX = 1_000;

    private final Findings findings;
    private final SourceContracts contracts;
    private final MappingCatalog mappings;
    private final BlastRadius radius;

    public FindingApi(
            Findings findings,
            SourceContracts contracts,
            MappingCatalog mappings,
            BlastRadius radius) {
        this.findings = findings;
        this.contracts = contracts;
        this.mappings = mappings;
        this.radius = radius;
    }

    /** A finding, and whom the field's change touches. */
    record Whole(@JsonUnwrapped Finding finding, BlastRadius.Told blastRadius) {}

    /**
     * @param why for whoever reads it later
     * @param contract version of the source's contract that mends it
     * @param mapping version that mends it, such as {@code json@4}
     */
    record Closing(@Nullable String why, @Nullable Integer contract, @Nullable String mapping) {}

    @Operation(summary = "Findings, the newest first")
    @GetMapping("/v1/findings")
    @Needs(Scopes.MAPPINGS_READ)
    Page<Finding> list(
            Caller caller,
            @RequestParam Optional<String> source,
            @RequestParam @OneOf({"open", "closed"}) Optional<String> state,
            @RequestParam @OneOf(of = Kind.class) Optional<String> kind,
            @RequestParam @OneOf({"note", "breaking"}) Optional<String> severity,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        long before = Cursor.parse(cursor, 1).map(at -> at.number(0)).orElse(Long.MAX_VALUE);
        var filter = new Findings.Filter(source, state, kind, severity);
        return Page.of(
                findings.before(caller.tenant(), filter, before, most + 1),
                most,
                last -> Cursor.of(last.id()));
    }

    @Operation(summary = "A finding with its difference and examples")
    @GetMapping("/v1/findings/{id}")
    @Needs(Scopes.MAPPINGS_READ)
    Whole get(Caller caller, @PathVariable String id) {
        var finding = find(caller, id);
        var source = new SourceId(finding.source());
        return new Whole(finding, radius.of(caller.tenant(), source, finding.path()));
    }

    private Finding find(Caller caller, String id) {
        return findings.find(caller.tenant(), number(id))
                .orElseThrow(() -> DriftProblems.noFinding().asException());
    }

    @Operation(summary = "Close a finding by what mends it")
    @PostMapping("/v1/findings/{id}/close")
    @Needs(Scopes.MAPPINGS_WRITE)
    Finding close(Caller caller, @PathVariable String id, @RequestBody Closing closing) {
        var why = closing.why();
        if (why == null || why.isBlank() || why.length() > WHY_LENGTH_MAX) {
            throw DriftProblems.field("/why", "it says why in 1 to 1000 characters").asException();
        }
        var finding = find(caller, id);
        return findings.close(caller, finding.id(), why, fix(caller, finding, closing));
    }

    private String fix(Caller caller, Finding finding, Closing closing) {
        var contract = closing.contract();
        var mapping = closing.mapping();
        if (contract != null && mapping != null) {
            throw DriftProblems.field("/mapping", "a contract or a mapping is told, not both")
                    .asException();
        }
        if (contract != null) {
            return contract(caller, finding, contract);
        }
        return mapping == null ? "" : mapping(caller, mapping);
    }

    private String contract(Caller caller, Finding finding, int version) {
        boolean newer =
                version > finding.contract()
                        && contracts
                                .find(caller.tenant(), new SourceId(finding.source()), version)
                                .isPresent();
        if (!newer) {
            throw DriftProblems.field(
                            "/contract", "it is a version accepted after " + finding.contract())
                    .asException();
        }
        return "contract@" + version;
    }

    private String mapping(Caller caller, String label) {
        int at = label.lastIndexOf('@');
        boolean there =
                at > 0
                        && label.substring(at + 1).matches("[0-9]{1,9}")
                        && mappings.find(
                                        caller.tenant(),
                                        label.substring(0, at),
                                        Integer.parseInt(label.substring(at + 1)))
                                .isPresent();
        if (!there) {
            throw DriftProblems.field("/mapping", "it is a published version, such as json@4")
                    .asException();
        }
        return label;
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw DriftProblems.noFinding().asException();
        }
        return Long.parseLong(id);
    }
}
