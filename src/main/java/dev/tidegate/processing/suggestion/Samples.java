package dev.tidegate.processing.suggestion;

import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.governance.source.SourceDefinition.Contract;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.document.Utf8;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a sample as the adapter would that its bytes ask for. */
final class Samples {
    private static final TenantId NOBODY = new TenantId("sample");
    private static final byte[] NOTHING = new byte[0];
    private static final int LOOKED_AT = 200;

    private final NormaliserSettings limits;
    private final SuggestionSettings settings;

    Samples(NormaliserSettings limits, SuggestionSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** A sample that may be laid out with lines or without. */
    interface Read {
        Sample of(boolean lines);
    }

    /**
     * @throws dev.tidegate.platform.web.ProblemException where it can't be read
     */
    Read read(String contentType, byte[] bytes, Wish wish) {
        Adapter adapter = adapter(contentType, bytes, wish);
        var parameters = parameters(adapter, bytes, wish.parameters());
        return switch (adapter) {
            case CSV, TSV, FIXED_WIDTH, XLSX -> {
                var table = new TableSample(limits, settings).read(adapter, bytes, parameters);
                yield _ -> table;
            }
            case JSON, XML -> {
                var trees = new TreeSample(limits, settings);
                trees.read(adapter, contentType, bytes, parameters);
                yield trees::of;
            }
            case X12, EDIFACT, EPCIS ->
                    throw SuggestionProblems.standard(adapter.name().toLowerCase(Locale.ROOT))
                            .asException();
        };
    }

    private static Adapter adapter(String contentType, byte[] bytes, Wish wish) {
        var wished = wish.adapter().flatMap(Samples::named);
        if (wished.isPresent()) {
            return wished.get();
        }
        if (Bytes.isZip(bytes) || Bytes.isOldOffice(bytes)) {
            return Adapter.XLSX;
        }
        if (wish.parameters().containsKey("layout")) {
            return Adapter.FIXED_WIDTH;
        }
        String start = start(bytes);
        if (start.startsWith("ISA") || start.startsWith("UNA") || start.startsWith("UNB")) {
            return start.startsWith("ISA") ? Adapter.X12 : Adapter.EDIFACT;
        }
        if (start.startsWith("<")) {
            return Adapter.XML;
        }
        boolean json = start.startsWith("{") || start.startsWith("[");
        boolean tabs = contentType.startsWith("text/tab-separated-values");
        return json ? Adapter.JSON : tabs ? Adapter.TSV : Adapter.CSV;
    }

    private static Optional<Adapter> named(String adapter) {
        for (Adapter one : Adapter.values()) {
            if (one.name().equalsIgnoreCase(adapter)) {
                return Optional.of(one);
            }
        }
        throw SuggestionProblems.unknownAdapter(adapter).asException();
    }

    private static String start(byte[] bytes) {
        int from = Bytes.afterMark(bytes);
        int length = Math.min(bytes.length - from, LOOKED_AT);
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1).strip();
    }

    private static Map<String, String> parameters(
            Adapter adapter, byte[] bytes, Map<String, String> wished) {
        var parameters = new LinkedHashMap<>(wished);
        boolean text =
                switch (adapter) {
                    case CSV, TSV, FIXED_WIDTH -> true;
                    case XLSX, JSON, XML, X12, EDIFACT, EPCIS -> false;
                };
        if (text
                && !Bytes.isZip(bytes)
                && Bytes.utf16(bytes).isEmpty()
                && Utf8.firstInvalid(bytes, 0, bytes.length) >= 0) {
            parameters.putIfAbsent("encoding", "windows-1252");
        }
        return parameters;
    }

    static SourceDefinition source(
            TenantId tenant, Adapter adapter, Map<String, String> parameters, String expression) {
        return new SourceDefinition(
                tenant,
                new SourceId("sample"),
                adapter,
                new MappingVersion("draft", 0, expression),
                Optional.empty(),
                Optional.empty(),
                Contract.ANY,
                parameters,
                Strictness.LENIENT,
                Duration.ofMinutes(15));
    }

    static SourceDefinition source(Adapter adapter, Map<String, String> parameters) {
        return source(NOBODY, adapter, parameters, "$");
    }

    static RawMessage message(SourceDefinition source, String contentType, byte[] bytes) {
        return new RawMessage(
                new RawAddress(Lane.EXPRESS, 0, 0),
                source.tenant(),
                source.source(),
                contentType,
                Optional.empty(),
                bytes,
                NOTHING,
                0,
                Instant.EPOCH);
    }
}
