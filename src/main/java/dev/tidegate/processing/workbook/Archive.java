package dev.tidegate.processing.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a workbook by name (OPC, ECMA-376 part 2): a zip archive, unpacked as it is read.
 */
final class Archive implements AutoCloseable {
    static final String WHOLE = "workbook";
    private static final Map<String, String> OTHERS =
            Map.of(
                    "xl/workbook.bin", "a binary workbook (.xlsb)",
                    "word/document.xml", "a Word document",
                    "ppt/presentation.xml", "a presentation",
                    "content.xml", "an OpenDocument file (.ods)");

    private final ZipFile zip;
    private final WorkbookSettings limits;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private long expanded;

    private Archive(ZipFile zip, WorkbookSettings limits) {
        this.zip = zip;
        this.limits = limits;
        Collections.list(zip.getEntries())
                .forEach(entry -> parts.putIfAbsent(key(entry.getName()), entry));
    }

    static Archive of(byte[] bytes, WorkbookSettings limits) {
        try {
            var zip =
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                            .get();
            return new Archive(zip, limits);
        } catch (IOException | RuntimeException e) {
            throw WorkbookRefused.malformed(
                    WHOLE, "The bytes begin like a zip archive, but can't be opened as one.");
        }
    }

    /** Names differ in case and in strokes from one writer to the next. */
    private static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** What the archive is instead of a workbook. */
    String otherKind() {
        return OTHERS.entrySet().stream()
                .filter(kind -> has(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("a zip archive without a workbook in it");
    }

    Optional<InputStream> open(String part) {
        var entry = parts.get(key(part));
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getGeneralPurposeBit().usesEncryption() || !zip.canReadEntryData(entry)) {
            throw WorkbookRefused.unsupported("an encrypted or unusually packed archive");
        }
        try {
            return Optional.of(
                    new PartStream(
                            zip.getInputStream(entry),
                            entry.getSize(),
                            this::count,
                            limits.markupSizeMax()));
        } catch (IOException e) {
            throw WorkbookRefused.malformed(WHOLE, "The part " + part + " can't be unpacked.");
        }
    }

    private void count(long bytes) {
        expanded += bytes;
        if (expanded > limits.expandedSizeMax()) {
            throw WorkbookRefused.limit(
                    "",
                    "Unpacked, the workbook has more than " + limits.expandedSizeMax() + " bytes.",
                    "workbook.expanded-size-max");
        }
    }

    /** Before the parts are read once more. */
    void countAnew() {
        expanded = 0;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can't be closed", e);
        }
    }
}
