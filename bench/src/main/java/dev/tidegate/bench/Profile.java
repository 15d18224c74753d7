package dev.tidegate.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the program's CPU time goes, read off a flight recording: by thread, by library (the first
 * frame from the top that is not the JDK's), by method, and by method of ours with all it calls.
 */
final class Profile {
    private static final int SHOWN = 18;
    private static final List<String> SAMPLES = List.of("jdk.CPUTimeSample", "jdk.ExecutionSample");

    private final Map<String, Integer> threads = new HashMap<>();
    private final Map<String, Integer> libraries = new HashMap<>();
    private final Map<String, Integer> methods = new HashMap<>();
    private final Map<String, Integer> ours = new HashMap<>();
    private int samples;

    static Profile read(Path recording) throws IOException {
        var byCpu = new Profile();
        var byTimer = new Profile();
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                switch (SAMPLES.indexOf(event.getEventType().getName())) {
                    case 0 -> byCpu.add(event, "eventThread");
                    case 1 -> byTimer.add(event, "sampledThread");
                    default -> {}
                }
            }
        }
        return byCpu.samples > 0 ? byCpu : byTimer;
    }

    private void add(RecordedEvent event, String threadField) {
        if (event.getStackTrace() == null) {
            return;
        }
        samples++;
        var thread = event.getThread(threadField);
        var name = thread == null ? "?" : String.valueOf(thread.getJavaName());
        threads.merge(name.replaceAll("[-#]?[0-9a-f]{4,}.*|[0-9]+$", ""), 1, Integer::sum);
        var frames = event.getStackTrace().getFrames();
        methods.merge(method(frames.getFirst()), 1, Integer::sum);
        frames.stream()
                .map(frame -> frame.getMethod().getType().getName())
                .filter(
                        type ->
                                !type.startsWith("java.")
                                        && !type.startsWith("jdk.")
                                        && !type.startsWith("sun."))
                .findFirst()
                .ifPresentOrElse(
                        type -> libraries.merge(library(type), 1, Integer::sum),
                        () -> libraries.merge("jdk", 1, Integer::sum));
        frames.stream()
                .filter(frame -> frame.getMethod().getType().getName().startsWith("dev.tidegate"))
                .map(Profile::method)
                .distinct()
                .forEach(method -> ours.merge(method, 1, Integer::sum));
    }

    private static String method(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        return type.replaceAll("\\b([a-z])[a-z0-9_]*\\.", "$1.")
                + "."
                + frame.getMethod().getName();
    }

    private static String library(String type) {
        var parts = type.split("\\.");
        int kept = type.startsWith("dev.tidegate") ? 4 : 3;
        return String.join(".", List.of(parts).subList(0, Math.min(kept, parts.length - 1)));
    }

    String text() {
        return "program: %d samples%n".formatted(samples)
                + top("by thread", threads)
                + top("by library", libraries)
                + top("by method", methods)
                + top("within our methods, with all they call", ours);
    }

    private String top(String title, Map<String, Integer> counts) {
        var text = new StringBuilder("  " + title + "\n");
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(
                        e ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "    %5.1f %%  %s%n",
                                                100.0 * e.getValue() / samples,
                                                e.getKey())));
        return text.toString();
    }
}
