package dev.tidegate.platform.web;

import dev.tidegate.platform.Ids;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problems for what never reaches a servlet: broken request lines, oversized headers. */
final class JettyProblems extends ErrorHandler {
    private final ProblemWriter writer;
    private final Ids ids;

    JettyProblems(ProblemWriter writer, Ids ids) {
        this.writer = writer;
        this.ids = ids;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            String message,
            @Nullable Throwable cause,
            Callback callback) {
        var trace = Trace.from(request.getHeaders().get("traceparent"), ids);
        response.getHeaders().put("Trace-Id", trace);
        var path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
        var body = writer.body(SpringProblems.ofStatus(status), path, trace);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.mediaType());
        response.write(true, ByteBuffer.wrap(body.bytes()), callback);
    }
}
