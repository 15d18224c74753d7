package dev.tidegate.governance.registry.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Protobuf schema. What counts is what stands on the wire: numbers, types, labels and choices;
 * names of fields may change.
 */
record ProtobufSchema(ProtoFile file, String canonical) implements ReadSchema {
    /** Written anew, it holds no order or style that could be left out. */
    @Override
    public String normalized() {
        return canonical;
    }

    @Override
    public List<SchemaField> fields() {
        return file.messages().values().stream()
                .flatMap(message -> message.fields().values().stream())
                .map(ProtoField::described)
                .toList();
    }

    @Override
    public List<Incompatibility> cannotRead(ReadSchema writer) {
        if (!(writer instanceof ProtobufSchema other)) {
            return List.of(Incompatibility.ofAnotherLanguage());
        }
        if (!other.file.pack().equals(file.pack())) {
            return List.of(
                    new Incompatibility(
                            "PACKAGE_CHANGED",
                            "/" + file.pack(),
                            "the package was " + other.file.pack()));
        }
        var misfits = new ArrayList<Incompatibility>();
        other.file.messages().forEach((name, message) -> misfits.addAll(message(message)));
        return List.copyOf(misfits);
    }

    private List<Incompatibility> message(ProtoMessage written) {
        var taken = file.messages().get(written.name());
        if (taken == null) {
            return List.of(
                    new Incompatibility(
                            "MESSAGE_REMOVED", "/" + written.name(), "the message is gone"));
        }
        var misfits = new ArrayList<Incompatibility>();
        taken.fields().values().forEach(field -> required(written, field, misfits));
        for (var field : written.fields().values()) {
            var now = taken.fields().get(field.number());
            if (now != null) {
                type(written, field, now, misfits);
            } else if (!field.oneOf().isEmpty()) {
                misfits.add(
                        told("ONEOF_FIELD_REMOVED", written, field, "it was a branch of a oneof"));
            }
        }
        choices(written, taken, misfits);
        return misfits;
    }

    private static void required(
            ProtoMessage written, ProtoField field, List<Incompatibility> misfits) {
        var before = written.fields().get(field.number());
        if (field.required() && (before == null || !before.required())) {
            misfits.add(
                    told("REQUIRED_FIELD_ADDED", written, field, "it may not have been written"));
        }
    }

    private static void type(
            ProtoMessage message,
            ProtoField before,
            ProtoField now,
            List<Incompatibility> misfits) {
        if (before.repeated() != now.repeated()) {
            misfits.add(told("FIELD_LABEL_CHANGED", message, now, "repeated came or went"));
        } else if (!now.type().reads(before.type())) {
            misfits.add(
                    told(
                            "FIELD_TYPE_CHANGED",
                            message,
                            now,
                            "it was a " + before.type() + " before"));
        }
    }

    /** Fields that could be there at once must not come to shut each other out. */
    private static void choices(
            ProtoMessage written, ProtoMessage taken, List<Incompatibility> misfits) {
        Map<String, Set<String>> sources = new HashMap<>();
        for (var field : taken.fields().values()) {
            var before = written.fields().get(field.number());
            if (before != null && !field.oneOf().isEmpty()) {
                sources.computeIfAbsent(field.oneOf(), fresh -> new HashSet<>())
                        .add(before.source());
            }
        }
        sources.forEach(
                (oneOf, from) -> {
                    if (from.size() > 1) {
                        misfits.add(
                                new Incompatibility(
                                        "FIELDS_MOVED_TO_ONEOF",
                                        "/" + taken.name() + "/" + oneOf,
                                        "fields that were there together exclude each other now"));
                    }
                });
    }

    private static Incompatibility told(
            String rule, ProtoMessage message, ProtoField field, String what) {
        return new Incompatibility(
                rule,
                "/" + message.name() + "/" + field.number(),
                "%s = %d: %s".formatted(field.name(), field.number(), what));
    }
}
