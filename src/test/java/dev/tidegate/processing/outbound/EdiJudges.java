package dev.tidegate.processing.outbound;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.milyn.edisax.registry.LazyMappingsRegistry;
import org.milyn.edisax.unedifact.UNEdifactInterchangeParser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Others' tools on what is written: what they find wrong, nothing where it is right. */
final class EdiJudges {
    private EdiJudges() {}

    /** StAEDI: envelopes, counts and control numbers of X12 and EDIFACT, by its own schemas. */
    static List<String> staedi(byte[] interchange) throws IOException {
        var found = new ArrayList<String>();
        var factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, true);
        try (var reader = factory.createEDIStreamReader(new ByteArrayInputStream(interchange))) {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                            found.add(reader.getErrorType() + " at " + reader.getLocation());
                    default -> {}
                }
            }
        } catch (EDIStreamException e) {
            found.add(String.valueOf(e.getMessage()));
        }
        return found;
    }

    /** Milyn's EDISAX: messages of D.01B by the UN's own message and segment tables. */
    static List<String> milyn(byte[] interchange) throws IOException {
        var parser = new UNEdifactInterchangeParser();
        parser.setMappingsRegistry(new LazyMappingsRegistry());
        parser.setContentHandler(new DefaultHandler());
        parser.ignoreNewLines(true);
        parser.validate(true);
        try {
            parser.parse(new InputSource(new ByteArrayInputStream(interchange)));
            return List.of();
        } catch (SAXException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
