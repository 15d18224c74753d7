package dev.tidegate.ingestion.receive;

import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.ingestion.admission.Pass;
import dev.tidegate.ingestion.append.Sending;
import dev.tidegate.ingestion.body.Body;
import dev.tidegate.ingestion.body.BodyRefused;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Trace;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** One request at the door, let in and not read yet. */
record Request(HttpServletRequest http, SourceDefinition source, Sending sending, Pass pass) {
    private static final String DEFAULT_TYPE = "application/octet-stream";
    private static final int HEADER_LENGTH_MAX = 200;

    static Request of(HttpServletRequest http, Caller caller, SourceDefinition source, Pass pass)
            throws BodyRefused {
        var type = http.getContentType();
        var sending =
                new Sending(
                        caller.tenant(),
                        source.source(),
                        type == null || type.isBlank()
                                ? DEFAULT_TYPE
                                : usable("Content-Type", type),
                        header(http, "Message-Id"),
                        header(http, "Ordering-Key"),
                        caller.principal(),
                        Trace.current());
        return new Request(http, source, sending, pass);
    }

    Body body(Body.Bounds bounds) throws BodyRefused, IOException {
        return Body.of(http, bounds);
    }

    private static Optional<String> header(HttpServletRequest http, String name)
            throws BodyRefused {
        var value = http.getHeader(name);
        return value == null ? Optional.empty() : Optional.of(usable(name, value));
    }

    static String usable(String name, String value) throws BodyRefused {
        if (value.isBlank()
                || value.length() > HEADER_LENGTH_MAX
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new BodyRefused(ReceiveProblems.invalidHeader(name));
        }
        return value;
    }
}
