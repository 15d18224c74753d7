package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventId;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.canonical.Hashes;
import dev.tidegate.processing.document.Adapter;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.edifact.EdifactAdapter;
import dev.tidegate.processing.epcis.EpcisAdapter;
import dev.tidegate.processing.json.JsonAdapter;
import dev.tidegate.processing.mapping.Mappings;
import dev.tidegate.processing.tabular.TabularAdapter;
import dev.tidegate.processing.x12.X12Adapter;
import dev.tidegate.processing.xml.XmlAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message to its canonical events, at least one, whatever the bytes are: what can't be understood
 * is an event of type dead letter.
 *
 * <p>Pure and total: the same bytes under the same source definition give the same events, and no
 * input makes it throw. Only what no input can cause (a JVM out of memory) comes out, for that is
 * no message's fault. Not thread-safe, cheap: one for each worker.
 */
public final class Normaliser {
    private static final Logger LOG = LoggerFactory.getLogger(Normaliser.class);
    private static final int SOURCES_KEPT_MAX = 1_000;
    private final NormaliserSettings settings;
    private final Watch watch;
    private final Adapter json;
    private final Adapter tabular;
    private final Adapter x12;
    private final Adapter edifact;
    private final Adapter xml;
    private final Adapter epcis;
    private final Mappings mappings;
    private final Hashes hashes = new Hashes();
    private final DeadLetters deadLetters = new DeadLetters(hashes);
    private final Map<SourceDefinition, Prepared> prepared =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<SourceDefinition, Prepared> eldest) {
                    return size() > SOURCES_KEPT_MAX;
                }
            };

    public Normaliser(NormaliserSettings settings) {
        this(settings, Watch.NONE);
    }

    /**
     * @param watch told what is seen beside the events
     */
    Normaliser(NormaliserSettings settings, Watch watch) {
        this.settings = settings;
        this.watch = watch;
        json = new JsonAdapter(settings);
        tabular = new TabularAdapter(settings);
        x12 = new X12Adapter(settings);
        edifact = new EdifactAdapter(settings);
        xml = new XmlAdapter(settings);
        epcis = new EpcisAdapter(settings);
        mappings = new Mappings(settings);
    }

    /** The message's events, by index from 0; all tell how many there are. */
    public List<CanonicalEvent> normalise(RawMessage message, SourceDefinition source) {
        var entries = new ArrayList<Entry>(1);
        try {
            read(message, source, entries);
        } catch (TooManyEntries _) {
            entries.clear();
            entries.add(dead(message, "/", Refusals.tooManyEntries(settings.entriesMax())));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("fault while reading {} of {}", message.address(), message.source(), e);
            entries.add(dead(message, "/", Refusals.fault(e)));
        }
        return events(message, source.mapping().label(), entries);
    }

    /** The documents of a message that can be read, as its mapping would see them. */
    public void documents(
            RawMessage message, SourceDefinition source, Consumer<Reading.Document> out) {
        if (message.bytes().length > settings.documentSizeMax()) {
            return;
        }
        try {
            adapter(source)
                    .read(
                            message,
                            source,
                            reading -> {
                                if (reading instanceof Reading.Document document) {
                                    out.accept(document);
                                }
                            });
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("fault while reading {} of {}", message.address(), message.source(), e);
        }
    }

    /**
     * The one entry of a message whose source or mapping version is gone.
     *
     * @param mapping the version that was asked for; empty for the source's present one
     */
    List<CanonicalEvent> unread(RawMessage message, String mapping) {
        var entry = dead(message, "/", Refusals.noReading(message.source(), mapping));
        return events(message, mapping, List.of(entry));
    }

    private void read(RawMessage message, SourceDefinition source, List<Entry> entries) {
        int bytes = message.bytes().length;
        if (bytes > settings.documentSizeMax()) {
            entries.add(dead(message, "/", Refusals.tooLarge(bytes, settings.documentSizeMax())));
            return;
        }
        var ready = prepared.computeIfAbsent(source, s -> Prepared.of(s, mappings));
        adapter(source)
                .read(
                        message,
                        source,
                        reading -> {
                            entries.addAll(read(message, ready, reading));
                            if (entries.size() > settings.entriesMax()) {
                                throw new TooManyEntries();
                            }
                        });
        if (entries.isEmpty()) {
            entries.add(dead(message, "/", Refusals.noEvent()));
        }
    }

    private List<Entry> read(RawMessage message, Prepared source, Reading reading) {
        return switch (reading) {
            case Reading.Unreadable(var ref, var failure, var fingerprint) ->
                    List.of(dead(message, ref, failure, fingerprint));
            case Reading.Document document -> read(message, source, document);
        };
    }

    private List<Entry> read(RawMessage message, Prepared source, Reading.Document document) {
        try {
            return new EventReader(hashes, deadLetters, message, source, document, watch).read();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("fault in {} of {}", document.ref(), message.address(), e);
            return List.of(
                    dead(message, document.ref(), Refusals.fault(e), document.fingerprint()));
        }
    }

    Adapter adapter(SourceDefinition source) {
        return switch (source.adapter()) {
            case JSON -> json;
            case CSV, TSV, FIXED_WIDTH, XLSX -> tabular;
            case X12 -> x12;
            case EDIFACT -> edifact;
            case XML -> xml;
            case EPCIS -> epcis;
        };
    }

    private Entry dead(RawMessage message, String ref, Failure failure) {
        return dead(message, ref, failure, Fingerprint.of(message.bytes()));
    }

    private Entry dead(RawMessage message, String ref, Failure failure, Fingerprint fingerprint) {
        return deadLetters.entry(message.source(), ref, "", failure, fingerprint, 0, List.of());
    }

    private static List<CanonicalEvent> events(
            RawMessage message, String mapping, List<Entry> entries) {
        var events = new ArrayList<CanonicalEvent>(entries.size());
        for (Entry entry : entries) {
            events.add(
                    new CanonicalEvent(
                            message.tenant(),
                            message.source(),
                            new EventId(message.address(), events.size()),
                            entries.size(),
                            0,
                            entry.ref(),
                            entry.type(),
                            entry.key(),
                            entry.orderingKey(),
                            entry.dedupe(),
                            entry.content(),
                            entry.version(),
                            mapping,
                            message.acceptedAt(),
                            entry.findings(),
                            entry.body()));
        }
        return events;
    }

    /** Ends the reading of a message that would fill the memory. */
    private static final class TooManyEntries extends RuntimeException {
        TooManyEntries() {
            super(null, null, false, false);
        }
    }
}
