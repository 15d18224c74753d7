package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.ingestion.IngestionSettings;
import dev.tidegate.ingestion.admission.Admission;
import dev.tidegate.ingestion.append.Appender;
import dev.tidegate.platform.Ids;
import dev.tidegate.platform.web.ProblemWriter;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** Puts the door over HTTP together. */
public final class Receiving {
    private Receiving() {}

    public static CaptureApi capture(
            IngestionSettings settings,
            SourceCatalog sources,
            Admission admission,
            Appender appender,
            Receipts receipts,
            DoorMetrics metrics,
            ProblemWriter problems,
            JsonMapper json,
            Interpreter interpreter,
            Clock clock) {
        var answers = new Answers(json, settings);
        var single = new Single(settings, appender, receipts, answers, metrics);
        return new CaptureApi(
                sources,
                admission,
                single,
                answers,
                new CaptureCheck(interpreter, clock),
                metrics,
                problems);
    }

    public static MessageApi api(
            IngestionSettings settings,
            SourceCatalog sources,
            Admission admission,
            Appender appender,
            Receipts receipts,
            DoorMetrics metrics,
            ProblemWriter problems,
            JsonMapper json,
            Ids ids) {
        var answers = new Answers(json, settings);
        var single = new Single(settings, appender, receipts, answers, metrics);
        var many = new Many(settings, appender, receipts, answers, metrics);
        var uploads = new Uploads(settings, appender, receipts, answers, metrics, single, ids);
        return new MessageApi(
                sources, admission, single, many, uploads, answers, metrics, problems);
    }
}
