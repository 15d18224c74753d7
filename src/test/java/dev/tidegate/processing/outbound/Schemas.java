package dev.tidegate.processing.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schemas of those whose formats these are: OASIS's of UBL 2.1, GS1's of EPCIS 2.0 in XML. */
final class Schemas {
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z]+) xmlns=");
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    /** What UBL's schemas are made of, and tell no place for. */
    private static final List<String> BENEATH =
            List.of(
                    "/schemas/CCTS_CCT_SchemaModule.xsd",
                    "/schemas/xmldsig-core-schema.xsd",
                    "/schemas/XAdES01903v132-201601.xsd",
                    "/schemas/XAdES01903v141-201601.xsd");

    private Schemas() {}

    /** What OASIS's schema of the document's root element has against it. */
    static Optional<String> ubl(byte[] document) {
        var root = ROOT.matcher(new String(document, StandardCharsets.UTF_8));
        if (!root.find()) {
            return Optional.of("no root");
        }
        return against(
                "/external/schemas/ubl21/maindoc/UBL-" + root.group(1) + "-2.1.xsd", document);
    }

    /** What GS1's schema has against it. */
    static Optional<String> epcis(byte[] document) {
        return against("/xsd/2_0_0/EPCglobal-epcis-2_0.xsd", document);
    }

    private static Optional<String> against(String schema, byte[] document) {
        try (InputStream in = new ByteArrayInputStream(document)) {
            READ.computeIfAbsent(schema, Schemas::read)
                    .newValidator()
                    .validate(new StreamSource(in));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema read(String name) {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "jar:file,file");
            if (!name.contains("ubl21")) {
                return factory.newSchema(url(name));
            }
            var sources = new ArrayList<Source>();
            BENEATH.forEach(one -> sources.add(new StreamSource(url(one).toString())));
            sources.add(new StreamSource(url(name).toString()));
            return factory.newSchema(sources.toArray(Source[]::new));
        } catch (SAXException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static URL url(String name) {
        return Objects.requireNonNull(Schemas.class.getResource(name), name);
    }
}
