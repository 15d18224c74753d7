package dev.tidegate.ingestion.receive;

import dev.tidegate.governance.source.CommandSource;
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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /v1/sources/{source}/messages}: bytes in, receipts out. What they mean is not looked
 * at here; any content type is taken.
 */
@RestController
public final class MessageApi {
    private final SourceCatalog sources;
    private final Admission admission;
    private final Single single;
    private final Many many;
    private final Uploads uploads;
    private final Answers answers;
    private final DoorMetrics metrics;
    private final ProblemWriter problems;

    MessageApi(
            SourceCatalog sources,
            Admission admission,
            Single single,
            Many many,
            Uploads uploads,
            Answers answers,
            DoorMetrics metrics,
            ProblemWriter problems) {
        this.sources = sources;
        this.admission = admission;
        this.single = single;
        this.many = many;
        this.uploads = uploads;
        this.answers = answers;
        this.metrics = metrics;
        this.problems = problems;
    }

    @Operation(summary = "Take in one message or many; the answer comes once they are durable")
    @PostMapping("/v1/sources/{source}/messages")
    @Needs(Scopes.INGEST_WRITE)
    void post(
            Caller caller,
            @PathVariable SourceId source,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        try {
            receive(caller, source, http, response);
        } catch (BodyRefused e) {
            metrics.refused(e.problem().code());
            problems.write(e.problem(), http, response);
        }
    }

    private void receive(
            Caller caller, SourceId source, HttpServletRequest http, HttpServletResponse response)
            throws BodyRefused, IOException {
        if (source.equals(CommandSource.ID)) {
            throw new BodyRefused(SourceProblems.reservedSource());
        }
        var definition =
                sources.find(caller.tenant(), source)
                        .orElseThrow(
                                () ->
                                        new BodyRefused(
                                                SourceProblems.unknownSource(source.value())));
        try (Pass pass =
                admission
                        .enter(caller.tenant())
                        .orElseThrow(() -> new BodyRefused(ReceiveProblems.tooManyRequests()))) {
            answers.limits(response, pass);
            if (pass.isFull()) {
                throw new BodyRefused(ReceiveProblems.backlogFull());
            }
            take(Request.of(http, caller, definition, pass), response);
        }
    }

    private void take(Request request, HttpServletResponse response)
            throws BodyRefused, IOException {
        var type = request.sending().contentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-ndjson")) {
            many.lines(request, response);
        } else if (type.startsWith("multipart/mixed")) {
            many.parts(request, response);
        } else if (!uploads.take(request, response)) {
            single.take(request, response);
        }
    }
}
