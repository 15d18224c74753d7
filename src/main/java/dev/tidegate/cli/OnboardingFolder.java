package dev.tidegate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a partner's onboarding consists of, as files that may be looked at, changed and kept under
 * version control: {@code mapping.jsonata}, {@code source.json} with the source and the sample's
 * content type, {@code sample}, and {@code golden.json}, what the mapping has to make of it.
 */
record OnboardingFolder(Path path) {
    private static final String MAPPING = "mapping.jsonata";
    private static final String SOURCE = "source.json";
    private static final String SAMPLE = "sample";
    private static final String GOLDEN = "golden.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** One that was drafted before. */
    static OnboardingFolder existing(Path path) {
        var folder = new OnboardingFolder(path);
        for (String file : new String[] {MAPPING, SOURCE, SAMPLE}) {
            if (!Files.isReadable(path.resolve(file))) {
                throw Failure.usage(
                        "there is no " + path.resolve(file) + " that can be read",
                        "./tidegate onboard draft FILE --source " + path.getFileName());
            }
        }
        return folder;
    }

    /** Writes a draft; a golden case of an earlier one is let go. */
    void begin(byte[] sample, String expression, ObjectNode source) {
        write(
                () -> {
                    Files.createDirectories(path);
                    Files.write(path.resolve(SAMPLE), sample);
                    Files.writeString(path.resolve(MAPPING), expression);
                    Files.writeString(path.resolve(SOURCE), JSON.writeValueAsString(source) + "\n");
                    Files.deleteIfExists(path.resolve(GOLDEN));
                });
    }

    boolean exists() {
        return Files.exists(path.resolve(MAPPING));
    }

    Path mappingFile() {
        return path.resolve(MAPPING);
    }

    Path goldenFile() {
        return path.resolve(GOLDEN);
    }

    String expression() {
        return text(MAPPING);
    }

    String sampleInBase64() {
        return read(
                () -> Base64.getEncoder().encodeToString(Files.readAllBytes(path.resolve(SAMPLE))));
    }

    ObjectNode source() {
        return (ObjectNode) json(SOURCE);
    }

    boolean hasGolden() {
        return Files.exists(path.resolve(GOLDEN));
    }

    JsonNode golden() {
        return json(GOLDEN);
    }

    void keepGolden(JsonNode events) {
        write(
                () ->
                        Files.writeString(
                                path.resolve(GOLDEN), JSON.writeValueAsString(events) + "\n"));
    }

    /** What the API needs to read the sample as the source will. */
    ObjectNode trial() {
        var source = source();
        var wanted = JsonNodeFactory.instance.objectNode();
        wanted.set("adapter", source.path("adapter"));
        wanted.set("parameters", source.path("parameters"));
        wanted.put("expression", expression());
        wanted.set("content_type", source.path("content_type"));
        wanted.put("content_base64", sampleInBase64());
        return wanted;
    }

    private JsonNode json(String file) {
        try {
            var read = JSON.readTree(text(file));
            if (!read.isObject() && !read.isArray()) {
                throw Failure.usage(path.resolve(file) + " is no JSON object or list");
            }
            return read;
        } catch (JacksonException e) {
            throw Failure.usage(path.resolve(file) + " is no JSON: " + e.getOriginalMessage());
        }
    }

    private String text(String file) {
        return read(() -> Files.readString(path.resolve(file)));
    }

    private interface Reading<T> {
        T take() throws IOException;
    }

    private interface Writing {
        void take() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Writing writing) {
        read(
                () -> {
                    writing.take();
                    return true;
                });
    }
}
