package dev.tidegate.processing.json;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Adapter;
import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Reading;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * JSON (RFC 8259) of any shape. A message is one document ({@code /}); an array at the top has one
 * for each element ({@code /0}); under {@code application/x-ndjson} each line is one ({@code
 * line:1}), and a line alone is a message like any other ({@code /}): sent again by itself it is
 * the same. A text that breaks off is refused whole, but lines stand each for itself.
 */
public final class JsonAdapter implements Adapter {
    private final JsonTexts texts;

    public JsonAdapter(NormaliserSettings settings) {
        texts = new JsonTexts(settings);
    }

    @Override
    public void read(RawMessage message, SourceDefinition source, Consumer<Reading> out) {
        byte[] bytes = message.bytes();
        int from = Bytes.afterMark(bytes);
        if (Bytes.isBlank(bytes, from)) {
            out.accept(new Reading.Unreadable("/", Bytes.emptyFailure(), Fingerprint.of(bytes)));
        } else if (isLines(message.contentType())) {
            readLines(bytes, from, message.recordsBefore(), out);
        } else {
            texts.read(bytes, from, bytes.length, "", "/").forEach(out);
        }
    }

    @Override
    public JsonLocator locator(RawMessage message, SourceDefinition source) {
        byte[] bytes = message.bytes();
        int from = Bytes.afterMark(bytes);
        var locator = new JsonLocator(bytes);
        if (isLines(message.contentType())) {
            forEachLine(
                    bytes,
                    from,
                    message.recordsBefore(),
                    (begin, end, prefix, _) -> texts.locate(locator, bytes, begin, end, prefix));
        } else {
            texts.locate(locator, bytes, from, bytes.length, "");
        }
        return locator;
    }

    private void readLines(byte[] bytes, int from, long linesBefore, Consumer<Reading> out) {
        forEachLine(
                bytes,
                from,
                linesBefore,
                (begin, end, prefix, ref) ->
                        texts.read(bytes, begin, end, prefix, ref).forEach(out));
    }

    private interface Line {
        void at(int begin, int end, String prefix, String ref);
    }

    private static void forEachLine(byte[] bytes, int from, long linesBefore, Line lines) {
        int begin = from;
        int end = lineEnd(bytes, begin);
        if (linesBefore == 0 && Bytes.isBlank(bytes, end)) {
            lines.at(begin, end, "", "/");
            return;
        }
        long line = linesBefore;
        while (begin < bytes.length) {
            end = lineEnd(bytes, begin);
            line++;
            if (!isBlank(bytes, begin, end)) {
                String ref = "line:" + line;
                lines.at(begin, end, ref + " ", ref);
            }
            begin = end + 1;
        }
    }

    private static int lineEnd(byte[] bytes, int begin) {
        int end = begin;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLines(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-ndjson")
                || type.startsWith("application/jsonl")
                || type.startsWith("application/x-jsonlines");
    }
}
