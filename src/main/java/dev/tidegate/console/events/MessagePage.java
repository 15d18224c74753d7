package dev.tidegate.console.events;

import dev.tidegate.console.frame.Pill;
import dev.tidegate.console.raw.RawText;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A message's way from its bytes to what it brought about.
 *
 * @param bytes of its first part, with the first wrong place marked; empty where the log no longer
 *     holds them
 * @param next the page with the entries after these
 */
public record MessagePage(Trace trace, Optional<RawText> bytes, Optional<String> next) {

    /** Mappings under which its entries were read; one, unless some were read again later. */
    public List<String> mappings() {
        return trace.entries().stream().map(Trace.Entry::mapping).distinct().toList();
    }

    /** The studio, with this message beside what that version of a mapping makes of it. */
    public static String studio(String mapping, String receipt) {
        int at = mapping.lastIndexOf('@');
        return at < 0
                ? "/console/mappings"
                : "/console/mappings/%s/studio?version=%s&receipt=%s"
                        .formatted(mapping.substring(0, at), mapping.substring(at + 1), receipt);
    }

    public static Pill fate(Trace.Entry entry) {
        return entry.effect() == null ? Pill.pending() : Pill.of(Fate.of(entry.effect().fate()));
    }

    public static RawText body(Trace.Canonical canonical) {
        return RawText.of(canonical.body().toString().getBytes(StandardCharsets.UTF_8), "", "");
    }

    /** What an entry changed, as a page of the console; empty where there is none. */
    public static String link(Trace.Touched touched) {
        String href = touched.href();
        String query = href.contains("?") ? href.substring(href.indexOf('?')) : "";
        return switch (touched.kind()) {
            case "order" ->
                    query.isEmpty()
                            ? href.replaceFirst("^/v1/", "/console/")
                            : "/console/orders" + query;
            case "shipment" -> "/console/shipments" + query;
            case "stock" -> "/console/stock/item" + query;
            default -> "";
        };
    }
}
