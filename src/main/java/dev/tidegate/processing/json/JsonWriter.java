package dev.tidegate.processing.json;

import dev.tidegate.processing.document.DocumentWriter;
import dev.tidegate.processing.document.Numbers;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Unwritable;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON (RFC 8259) in UTF-8: one document is the text, several are an array, as {@link JsonAdapter}
 * reads them. Numbers are written as they are told; what the canonical model has is texts of
 * decimals, so that nobody reads them as floats.
 */
public final class JsonWriter implements DocumentWriter {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final int depthMax;

    /**
     * @param depthMax levels of nesting
     */
    public JsonWriter(int depthMax) {
        this.depthMax = depthMax;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] write(List<Outgoing> documents, int sizeMax) {
        var bytes = new ByteArrayOutputStream(1_024);
        try (var json =
                JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            if (documents.size() > 1) {
                json.writeStartArray();
            }
            for (int i = 0; i < documents.size(); i++) {
                write(json, documents.get(i), i);
                refuseBeyond(sizeMax, bytes.size());
            }
            if (documents.size() > 1) {
                json.writeEndArray();
            }
        }
        refuseBeyond(sizeMax, bytes.size());
        return bytes.toByteArray();
    }

    private static void refuseBeyond(int sizeMax, int size) {
        if (size > sizeMax) {
            throw Unwritable.tooLarge(sizeMax);
        }
    }

    private void write(JsonGenerator json, Outgoing document, int index) {
        try {
            new Writing(json).write(document.tree());
        } catch (Unwritable e) {
            throw e.of(index);
        }
    }

    /** One document on its way out. */
    private final class Writing {
        private final JsonGenerator json;
        private final List<Object> path = new ArrayList<>();

        Writing(JsonGenerator json) {
            this.json = json;
        }

        void write(@Nullable Object value) {
            switch (value) {
                case null -> json.writeNull();
                case Map<?, ?> map -> members(map);
                case List<?> list -> items(list);
                case String text -> json.writeString(text);
                case Boolean truth -> json.writeBoolean(truth);
                default -> number(value);
            }
        }

        private void number(Object value) {
            var number = Numbers.decimal(value);
            if (number == null) {
                throw Unwritable.inTree(path, "It is no value that JSON has.");
            }
            json.writeNumber(number);
        }

        private void members(Map<?, ?> map) {
            deeper();
            json.writeStartObject();
            map.forEach(
                    (name, member) -> {
                        path.addLast(name);
                        json.writeName(String.valueOf(name));
                        write(member);
                        path.removeLast();
                    });
            json.writeEndObject();
        }

        private void items(List<?> list) {
            deeper();
            json.writeStartArray();
            for (int i = 0; i < list.size(); i++) {
                path.addLast(i);
                write(list.get(i));
                path.removeLast();
            }
            json.writeEndArray();
        }

        private void deeper() {
            if (path.size() >= depthMax) {
                throw Unwritable.inTree(path, "It has more than " + depthMax + " levels.");
            }
        }
    }
}
