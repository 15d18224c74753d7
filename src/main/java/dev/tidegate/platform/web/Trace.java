package dev.tidegate.platform.web;

import dev.tidegate.platform.Ids;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The trace id of the request in hand (W3C Trace Context): 32 hexadecimal digits, the caller's own
 * where it sent a {@code traceparent}.
 */
public final class Trace {
    static final String FIELD = "trace_id";
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String NONE = "0".repeat(32);

    private Trace() {}

    /** Of this thread's request; empty outside one. */
    public static String current() {
        String id = MDC.get(FIELD);
        return id == null ? "" : id;
    }

    static String from(@Nullable String traceparent, Ids ids) {
        if (traceparent != null) {
            var matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches() && !matcher.group(1).equals(NONE)) {
                return matcher.group(1);
            }
        }
        return ids.next().toString().replace("-", "");
    }
}
