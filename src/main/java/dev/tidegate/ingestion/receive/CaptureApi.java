package dev.tidegate.ingestion.receive;

import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.governance.source.SourceProblems;
import dev.tidegate.ingestion.admission.Admission;
import dev.tidegate.ingestion.admission.Pass;
import dev.tidegate.ingestion.body.BodyRefused;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.ProblemWriter;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /epcis/v2/capture} (GS1 EPCIS 2.0, capture interface): a document at the door of the
 * tenant's source {@code epcis}, under the bounds of all messages. By default all of it is taken or
 * nothing ({@code rollback}); {@code GS1-Capture-Error-Behaviour: proceed} takes it as it is, and
 * what is wrong in it becomes a dead letter.
 */
@RestController
@Tag(name = "EPCIS")
public final class CaptureApi {
    private static final SourceId SOURCE = new SourceId("epcis");
    private static final String BEHAVIOUR = "GS1-Capture-Error-Behaviour";
    private static final String JOB = "/epcis/v2/capture/";

    private final SourceCatalog sources;
    private final Admission admission;
    private final Single single;
    private final Answers answers;
    private final CaptureCheck check;
    private final DoorMetrics metrics;
    private final ProblemWriter problems;

    CaptureApi(
            SourceCatalog sources,
            Admission admission,
            Single single,
            Answers answers,
            CaptureCheck check,
            DoorMetrics metrics,
            ProblemWriter problems) {
        this.sources = sources;
        this.admission = admission;
        this.single = single;
        this.answers = answers;
        this.check = check;
        this.metrics = metrics;
        this.problems = problems;
    }

    @Operation(summary = "Capture EPCIS events; the job is at the address in Location")
    @PostMapping("/epcis/v2/capture")
    @Needs(Scopes.INGEST_WRITE)
    void post(Caller caller, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        try {
            boolean whole = isRollback(http);
            receive(caller, http, response, whole);
        } catch (BodyRefused e) {
            metrics.refused(e.problem().code());
            problems.write(e.problem(), http, response);
        }
    }

    private static boolean isRollback(HttpServletRequest http) throws BodyRefused {
        var told = http.getHeader(BEHAVIOUR);
        return switch (told == null ? "rollback" : told.strip().toLowerCase(Locale.ROOT)) {
            case "rollback" -> true;
            case "proceed" -> false;
            default -> throw new BodyRefused(ReceiveProblems.captureBehaviour(BEHAVIOUR));
        };
    }

    private void receive(
            Caller caller, HttpServletRequest http, HttpServletResponse response, boolean whole)
            throws BodyRefused, IOException {
        var source =
                sources.find(caller.tenant(), SOURCE)
                        .orElseThrow(
                                () ->
                                        new BodyRefused(
                                                SourceProblems.unknownSource(SOURCE.value())));
        try (Pass pass =
                admission
                        .enter(caller.tenant())
                        .orElseThrow(() -> new BodyRefused(ReceiveProblems.tooManyRequests()))) {
            answers.limits(response, pass);
            if (pass.isFull()) {
                throw new BodyRefused(ReceiveProblems.backlogFull());
            }
            take(Request.of(http, caller, source, pass), response, whole);
        }
    }

    private void take(Request request, HttpServletResponse response, boolean whole)
            throws BodyRefused, IOException {
        byte[] bytes = single.read(request);
        if (whole) {
            check.refuseUnlessWhole(request.sending(), bytes);
        }
        var kept = single.keep(bytes, request);
        response.setHeader("Location", JOB + kept.receipt());
        answers.one(response, kept.receipt(), kept.lane(), bytes.length, kept.sha256());
    }
}
