package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.demo.StartingMappings;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.governance.source.SourceDefinition.Contract;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Messages and sources for the tests: the demo's own sources, and variations of them. */
public final class Given {
    private static final TenantId TENANT = new TenantId("acme");
    private static final Instant ACCEPTED = Instant.parse("2026-11-24T10:00:00Z");

    private Given() {}

    public static SourceDefinition json() {
        return demo(Adapter.JSON, Strictness.LENIENT);
    }

    public static SourceDefinition csv() {
        return demo(Adapter.CSV, Strictness.LENIENT);
    }

    public static SourceDefinition x12() {
        return demo(Adapter.X12, Strictness.STRICT);
    }

    public static SourceDefinition edifact() {
        return demo(Adapter.EDIFACT, Strictness.STRICT);
    }

    /** One of the sources of XML: {@code idoc}, {@code ubl}, {@code cxml}, {@code gs1}. */
    public static SourceDefinition xml(String name) {
        return demo(name, Adapter.XML, Strictness.LENIENT);
    }

    public static SourceDefinition epcis() {
        return demo(Adapter.EPCIS, Strictness.LENIENT);
    }

    /** The demo's CSV source, with another adapter for the same mapping. */
    public static SourceDefinition table(Adapter adapter, Map<String, String> parameters) {
        return with(demo("csv", adapter, Strictness.LENIENT), parameters);
    }

    public static SourceDefinition with(SourceDefinition source, String expression) {
        return new SourceDefinition(
                source.tenant(),
                source.source(),
                source.adapter(),
                new MappingVersion("own", 1, expression),
                source.dedupeKey(),
                source.orderingKey(),
                source.contract(),
                source.parameters(),
                source.strictness(),
                source.freshnessObjective());
    }

    public static SourceDefinition with(SourceDefinition source, Contract contract) {
        return copy(source, source.dedupeKey(), contract, source.parameters(), source.strictness());
    }

    public static SourceDefinition with(SourceDefinition source, Map<String, String> parameters) {
        return copy(source, source.dedupeKey(), source.contract(), parameters, source.strictness());
    }

    public static SourceDefinition with(SourceDefinition source, Strictness strictness) {
        return copy(source, source.dedupeKey(), source.contract(), source.parameters(), strictness);
    }

    public static SourceDefinition withDedupe(SourceDefinition source, String expression) {
        return copy(
                source,
                Optional.of(expression),
                source.contract(),
                source.parameters(),
                source.strictness());
    }

    private static SourceDefinition copy(
            SourceDefinition source,
            Optional<String> dedupe,
            Contract contract,
            Map<String, String> parameters,
            Strictness strictness) {
        return new SourceDefinition(
                source.tenant(),
                source.source(),
                source.adapter(),
                source.mapping(),
                dedupe,
                source.orderingKey(),
                contract,
                parameters,
                strictness,
                source.freshnessObjective());
    }

    private static SourceDefinition demo(Adapter adapter, Strictness strictness) {
        return demo(adapter.name().toLowerCase(Locale.ROOT), adapter, strictness);
    }

    private static SourceDefinition demo(String name, Adapter adapter, Strictness strictness) {
        return new SourceDefinition(
                TENANT,
                new SourceId(name),
                adapter,
                new MappingVersion(name, 1, StartingMappings.text(name)),
                Optional.empty(),
                Optional.empty(),
                Contract.ANY,
                Map.of("location", "DC1"),
                strictness,
                Duration.ofHours(1));
    }

    public static RawMessage message(SourceDefinition source, String contentType, byte[] bytes) {
        return message(source, contentType, bytes, new byte[0], 0);
    }

    public static RawMessage message(
            SourceDefinition source,
            String contentType,
            byte[] bytes,
            byte[] preamble,
            long recordsBefore) {
        return new RawMessage(
                new RawAddress(Lane.EXPRESS, 3, 1042),
                source.tenant(),
                source.source(),
                contentType,
                Optional.empty(),
                bytes,
                preamble,
                recordsBefore,
                ACCEPTED);
    }

    public static List<CanonicalEvent> events(SourceDefinition source, String text) {
        return events(source, text.getBytes(StandardCharsets.UTF_8));
    }

    public static List<CanonicalEvent> events(SourceDefinition source, byte[] bytes) {
        return events(message(source, "application/octet-stream", bytes), source);
    }

    public static List<CanonicalEvent> events(RawMessage message, SourceDefinition source) {
        return new Normaliser(NormaliserSettings.DEFAULTS).normalise(message, source);
    }

    /** A short line an event, for assertions: type, key, and for a dead letter code and place. */
    public static List<String> told(List<CanonicalEvent> events) {
        return events.stream().map(Given::told).toList();
    }

    private static String told(CanonicalEvent event) {
        return switch (event.type()) {
            case DEAD_LETTER ->
                    "dead " + event.body().get("code") + " at " + event.body().get("place");
            default -> event.type().label() + " " + event.key();
        };
    }
}
