package dev.tidegate.processing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks made part by part, so that each may be as wrong as a test wants it. */
public final class Books {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";

    private Books() {}

    /** One sheet, Orders, of these rows' markup. */
    public static byte[] rows(String rows) {
        return of(sheet(rows).getBytes(StandardCharsets.UTF_8));
    }

    public static String sheet(String rows) {
        return "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
    }

    /** One sheet, Orders, of these bytes. */
    public static byte[] of(byte[] sheet) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return zip(with(parts, "<sheet name='Orders' sheetId='1' r:id='s1'/>", ""));
    }

    /**
     * Sheets as the workbook's part lists them; {@code s1} is sheet1.xml, {@code s2} sheet2.xml.
     */
    public static Map<String, byte[]> with(
            Map<String, byte[]> parts, String sheets, String properties) {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("_rels/.rels", relations("officeDocument", "o", "xl/workbook.xml"));
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets></workbook>"
                        .formatted(MAIN, DOCUMENT, properties, sheets)
                        .getBytes(StandardCharsets.UTF_8));
        all.put(
                "xl/_rels/workbook.xml.rels",
                relations(
                        "worksheet",
                        "s1",
                        "worksheets/sheet1.xml",
                        "worksheet",
                        "s2",
                        "/xl/worksheets/sheet2.xml",
                        "chartsheet",
                        "s3",
                        "chartsheets/sheet1.xml",
                        "sharedStrings",
                        "t",
                        "sharedStrings.xml",
                        "styles",
                        "y",
                        "styles.xml"));
        all.putAll(parts);
        return all;
    }

    private static byte[] relations(String... told) {
        var text = new StringBuilder("<Relationships xmlns='" + PACKAGE + "'>");
        for (int i = 0; i < told.length; i += 3) {
            text.append(
                    "<Relationship Type='%s/%s' Id='%s' Target='%s'/>"
                            .formatted(DOCUMENT, told[i], told[i + 1], told[i + 2]));
        }
        return text.append("</Relationships>").toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Bytes that begin as a zip archive does. */
    public static byte[] zipLike(byte[] bytes) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {'P', 'K', 3, 4});
        all.writeBytes(bytes);
        return all.toByteArray();
    }

    /** A row of texts, each within its cell. */
    public static String row(int number, String... texts) {
        var row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < texts.length; i++) {
            row.append(
                    texts[i].startsWith("<c ")
                            ? texts[i]
                            : "<c r='%c%d' t='inlineStr'><is><t>%s</t></is></c>"
                                    .formatted('A' + i, number, texts[i]));
        }
        return row.append("</row>").toString();
    }
}
