package dev.tidegate.processing.outbound;

import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.processing.document.DocumentWriter;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.edifact.EdifactWriter;
import dev.tidegate.processing.epcis.EpcisWriter;
import dev.tidegate.processing.json.JsonWriter;
import dev.tidegate.processing.tabular.CsvWriter;
import dev.tidegate.processing.x12.X12Writer;
import dev.tidegate.processing.xml.XmlWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The writer of each format that is read. */
final class Writers {
    private Writers() {}

    static Optional<Adapter> format(String name) {
        return Arrays.stream(Adapter.values())
                .filter(format -> name(format).equals(name))
                .findFirst();
    }

    /** As sources name their adapters. */
    static String name(Adapter format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    static List<String> names() {
        return Arrays.stream(Adapter.values()).map(Writers::name).toList();
    }

    /**
     * Empty where the format is read but not written.
     *
     * @param documents that tell which of its syntaxes, of a format that has several
     */
    static Optional<DocumentWriter> of(
            Adapter format, List<Outgoing> documents, OutboundSettings limits) {
        return switch (format) {
            case JSON -> Optional.of(new JsonWriter(limits.depthMax()));
            case CSV -> Optional.of(new CsvWriter());
            case XML -> Optional.of(new XmlWriter(limits.depthMax()));
            case EPCIS -> Optional.of(new EpcisWriter(limits.depthMax(), documents));
            case TSV, FIXED_WIDTH, XLSX -> Optional.empty();
            case X12 -> Optional.of(new X12Writer(limits.segmentsMax()));
            case EDIFACT -> Optional.of(new EdifactWriter(limits.segmentsMax()));
        };
    }
}
