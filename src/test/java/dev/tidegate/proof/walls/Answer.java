package dev.tidegate.proof.walls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What came back. A stream never ends: what came within a moment is its answer.
 *
 * @param headers by names in any case
 */
record Answer(int status, String body, Map<String, List<String>> headers) {
    private static final Duration STREAM_READ = Duration.ofMillis(700);

    static Answer of(HttpResponse<InputStream> response) {
        boolean stream = isStream(response.headers().firstValue("Content-Type").orElse(""));
        try (var in = response.body()) {
            var text = new StringBuffer();
            var reading = CompletableFuture.runAsync(() -> drain(in, text));
            if (stream) {
                reading.completeOnTimeout(null, STREAM_READ.toMillis(), TimeUnit.MILLISECONDS);
            }
            reading.join();
            return new Answer(response.statusCode(), text.toString(), response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isStream() {
        return headers.getOrDefault("content-type", List.of()).stream().anyMatch(Answer::isStream);
    }

    private static boolean isStream(String contentType) {
        return contentType.startsWith("text/event-stream");
    }

    private static void drain(InputStream in, StringBuffer text) {
        var bytes = new byte[8192];
        try {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                text.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            return; // by the reader, who has read enough of a stream
        }
    }
}
