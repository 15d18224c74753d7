package dev.tidegate.console.events;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.console.raw.RawText;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawLog;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.contract.Transcript;
import dev.tidegate.operations.trace.Trace;
import dev.tidegate.operations.trace.TraceQueries;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code /console/events/{receipt}}: one message from its bytes to what it brought about. */
@Controller
final class MessageHandler {
    private static final int ENTRIES = 50;

    private final TraceQueries traces;
    private final Receipts receipts;
    private final RawLog raw;
    private final Transcript transcript;
    private final Pages pages;

    MessageHandler(
            TraceQueries traces,
            Receipts receipts,
            RawLog raw,
            Transcript transcript,
            Pages pages) {
        this.traces = traces;
        this.receipts = receipts;
        this.raw = raw;
        this.transcript = transcript;
        this.pages = pages;
    }

    @GetMapping("/console/events/{receipt}")
    @Needs(Scopes.INGEST_WRITE)
    View message(
            Caller caller, @PathVariable String receipt, @RequestParam Optional<String> cursor) {
        var trace =
                traces.find(caller.tenant(), receipt, cursor, ENTRIES)
                        .orElseThrow(() -> missing().asException());
        var next =
                Optional.ofNullable(trace.next())
                        .map(after -> "/console/events/" + receipt + "?cursor=" + after);
        return pages.page(
                "events/message", new MessagePage(trace, bytes(caller.tenant(), trace), next));
    }

    /** The bytes as they came, all parts of a large file one after the other. */
    @GetMapping("/console/events/{receipt}/raw")
    @Needs(Scopes.INGEST_WRITE)
    void raw(Caller caller, @PathVariable String receipt, HttpServletResponse response)
            throws IOException {
        var whole =
                receipts.read(caller.tenant(), receipt).orElseThrow(() -> missing().asException());
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + receipt + ".bin\"");
        var out = response.getOutputStream();
        for (RawAddress address : whole.addresses()) {
            var kept = raw.find(caller.tenant(), address);
            out.write(kept.orElseThrow(() -> missing().asException()).message().bytes());
        }
    }

    private Optional<RawText> bytes(TenantId tenant, Trace trace) {
        return receipts.read(tenant, trace.receipt())
                .flatMap(receipt -> raw.find(tenant, receipt.first()))
                .map(kept -> marked(kept, trace));
    }

    private RawText marked(RawReader.Kept kept, Trace trace) {
        return trace.entries().stream()
                .filter(entry -> entry.effect() != null && entry.effect().place() != null)
                .findFirst()
                .map(wrong -> shown(kept.message().bytes(), wrong.ref(), place(wrong)))
                .orElseGet(() -> shown(kept.message().bytes(), "", ""));
    }

    private RawText shown(byte[] bytes, String ref, String place) {
        return RawText.of(bytes, transcript.rows(bytes, ref, place), ref, place);
    }

    private static String place(Trace.Entry wrong) {
        var effect = wrong.effect();
        return effect == null || effect.place() == null ? "" : effect.place();
    }

    private static Problem missing() {
        return Problem.of(
                404,
                "receipt_not_found",
                "There is no such message",
                "No message of yours has this receipt.",
                "Use the receipt as it was given, whole and unchanged.");
    }
}
