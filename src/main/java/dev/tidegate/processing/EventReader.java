package dev.tidegate.processing;

import dev.tidegate.contract.EventType;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.processing.canonical.Bodies;
import dev.tidegate.processing.canonical.Bodies.Converted;
import dev.tidegate.processing.canonical.Hashes;
import dev.tidegate.processing.canonical.Identity;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Printable;
import dev.tidegate.processing.document.Reading.Document;
import dev.tidegate.processing.mapping.Mapping;
import dev.tidegate.processing.mapping.Mapping.Outcome;
import dev.tidegate.processing.mapping.Mappings.Compiled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * One document to its entries, at least one: contract, mapping, then each event by itself, so that
 * a bad one doesn't take its siblings.
 */
final class EventReader {
    private static final int KEY_LENGTH_MAX = 300;
    private final Hashes hashes;
    private final DeadLetters deadLetters;
    private final RawMessage message;
    private final Prepared prepared;
    private final Document document;
    private final Watch watch;
    private final List<Entry> entries = new ArrayList<>(1);
    private List<String> findings;
    private int dead;

    EventReader(
            Hashes hashes,
            DeadLetters deadLetters,
            RawMessage message,
            Prepared prepared,
            Document document,
            Watch watch) {
        this.hashes = hashes;
        this.deadLetters = deadLetters;
        this.message = message;
        this.prepared = prepared;
        this.document = document;
        this.watch = watch;
        this.findings = document.findings();
    }

    List<Entry> read() {
        var departures = prepared.contract().hold(document);
        if (!departures.isEmpty()) {
            watch.departed(message, prepared, document, departures);
            findings = Findings.joined(document.findings(), Contracts.notes(document, departures));
        }
        Contracts.drift(prepared.source(), document)
                .or(() -> Contracts.breach(prepared, document, departures))
                .ifPresentOrElse(failure -> refuse("", failure), this::map);
        return entries;
    }

    private void map() {
        switch (prepared.mapping()) {
            case Compiled.Invalid(var failure) -> refuse("", failure);
            case Compiled.Ready(var mapping) -> map(mapping);
        }
    }

    private void map(Mapping mapping) {
        var variables = variables(message, document);
        switch (mapping.apply(document.tree(), variables)) {
            case Outcome.Failed(var failure) -> refuse("", failure);
            case Outcome.Mapped(var tree) -> {
                watch.mapped(message, prepared, document, mapping, variables);
                readEvents(tree);
            }
        }
    }

    /** What a mapping is told beside the document. */
    static Map<String, Object> variables(RawMessage message, Document document) {
        var variables = new HashMap<>(document.variables());
        variables.put("ref", document.ref());
        variables.put("acceptedAt", message.acceptedAt().toString());
        message.messageId().ifPresent(id -> variables.put("messageId", id));
        return variables;
    }

    private void readEvents(@Nullable Object tree) {
        switch (tree) {
            case List<?> list -> list.forEach(this::readEvent);
            case null, default -> readEvent(tree);
        }
        if (entries.isEmpty()) {
            refuse("", Refusals.noEvent());
        }
    }

    private void readEvent(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            readEvent(new Draft(map));
        } else {
            refuse("", Refusals.noEvent());
        }
    }

    private void readEvent(Draft draft) {
        var type = draft.type();
        var body = draft.body();
        if (type.isEmpty()) {
            refuse(draft.likelyKey(), draft.untyped(document.places()));
        } else if (body.isEmpty()) {
            refuse(draft.likelyKey(), Refusals.noEvent());
        } else if (type.get() == EventType.DEAD_LETTER) {
            refuse(draft.likelyKey(), Refusals.told(body.get()));
        } else if (!Contracts.allows(prepared.source(), type.get())) {
            refuse(draft.likelyKey(), Refusals.notInContract(type.get()));
        } else {
            convert(type.get(), draft, body.get());
        }
    }

    private void convert(EventType type, Draft draft, Map<?, ?> tree) {
        var version = draft.version();
        if (version.isEmpty() && (draft.tellsVersion() || Identity.isVersioned(type))) {
            refuse(draft.likelyKey(), Refusals.noVersion(document, draft));
            return;
        }
        switch (Bodies.convert(type, tree, prepared.isStrict())) {
            case Converted.Refused(var problem) ->
                    refuse(draft.likelyKey(), Refusals.badField(document, type, problem));
            case Converted.Body(var body, var findings) ->
                    accept(type, draft, version.orElse(0), body, findings);
        }
    }

    private void accept(
            EventType type, Draft draft, long version, GenericRecord body, List<String> ofEvent) {
        var names = new EventNames(prepared, document, message.messageId(), draft);
        String key = draft.text("key").orElseGet(() -> Identity.key(type, body));
        var ordering = names.ordering(key);
        var dedupe = names.dedupe(() -> Identity.dedupe(type, body, version));
        if (ordering instanceof EventNames.Unnamed(var failure)) {
            refuse(key, failure);
        } else if (dedupe instanceof EventNames.Unnamed(var failure)) {
            refuse(key, failure);
        } else if (!Printable.isKey(key, KEY_LENGTH_MAX)
                || !Printable.isKey(ordering.text(), KEY_LENGTH_MAX)) {
            refuse(key, Refusals.badKey(KEY_LENGTH_MAX));
        } else {
            entries.add(
                    new Entry(
                            document.ref(),
                            type,
                            key,
                            ordering.text(),
                            hashes.dedupe(type, message.source(), dedupe.text()),
                            hashes.content(type, body),
                            version,
                            Findings.joined(findings, ofEvent),
                            body));
        }
    }

    private void refuse(String key, Failure failure) {
        entries.add(
                deadLetters.entry(
                        message.source(),
                        document.ref(),
                        key,
                        failure,
                        document.fingerprint(),
                        dead++,
                        Findings.joined(findings, List.of())));
    }
}
