package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.governance.source.SourceDefinition;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlFactsTest {
    /** Hands on what it finds, so that a test sees the tree. */
    private static final SourceDefinition ECHO =
            Given.with(
                    Given.xml("ubl"),
                    """
                    {"type": "document", "body": {"kind": "other", "number": $text(ID),
                      "status": $root & " " & $namespace, "issued_at": "2026-11-24",
                      "lines": [Line.{"line": $text(No), "item": $text($),
                        "description": $text(Text), "quantity": $decimal($text(Quantity)),
                        "unit": Quantity.`@unitCode`}]}}
                    """);

    @Test
    void readsOneLineAsItReadsMany() {
        String line = "<Line><No>1</No><Quantity unitCode='C62'>2</Quantity></Line>";
        var one = Given.events(ECHO, "<D><ID>A</ID>" + line + "</D>").getFirst();
        var two = Given.events(ECHO, "<D><ID>A</ID>" + line + line + "</D>").getFirst();
        assertThat((List<?>) one.body().get("lines")).hasSize(1);
        assertThat((List<?>) two.body().get("lines"))
                .hasSize(2)
                .allSatisfy(
                        told ->
                                assertThat(told)
                                        .isEqualTo(((List<?>) one.body().get("lines")).getFirst()));
    }

    @Test
    void tellsRootAndNamespaceAndDropsPrefixes() {
        var event =
                Given.events(
                                ECHO,
                                "<a:D xmlns:a='urn:x'><b:ID xmlns:b='urn:y' s='1'>A</b:ID></a:D>")
                        .getFirst();
        assertThat(event.body().get("status")).hasToString("D urn:x");
        assertThat(event.key()).isEqualTo("A");
    }

    @Test
    void takesTheTextBesideElementsAndOfCdataAndOfReferences() {
        var event =
                Given.events(
                                ECHO,
                                "<D><ID>A</ID><Line><Text>a &amp; <![CDATA[<b>]]>&#x20AC;<Short/>"
                                        + "</Text><!-- no --></Line></D>")
                        .getFirst();
        assertThat(((List<?>) event.body().get("lines")).getFirst())
                .extracting(line -> ((GenericRecord) line).get("description").toString())
                .isEqualTo("a & <b>€");
    }

    @Test
    void namesThePlaceOfAValueByItsXPath() {
        assertThat(Given.told(Given.events(Given.xml("ubl"), order("<Quantity>x</Quantity>", 2))))
                .containsExactly("dead not_a_decimal at /Order/OrderLine[2]/LineItem/Quantity");
        assertThat(
                        Given.told(
                                Given.events(
                                        Given.xml("ubl"),
                                        order("<Quantity unitCode='C62'>x</Quantity>", 1))))
                .containsExactly("dead not_a_decimal at /Order/OrderLine/LineItem/Quantity");
    }

    @Test
    void namesTheLineThatLacksSomething() {
        assertThat(Given.told(Given.events(Given.xml("ubl"), order("", 2))))
                .containsExactly("dead missing_field at /Order/OrderLine[2]/LineItem");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "UTF-16LE, UTF-16",
        "UTF-16BE, utf-16",
        "ISO-8859-1, ISO-8859-1",
        "ISO-8859-15, iso-8859-15",
        "windows-1252, Windows-1252",
        "windows-1251, windows-1251"
    })
    void readsTheEncodingThatIsDeclared(String charset, String declared) {
        String name = charset.equals("windows-1251") ? "Труба" : "Müller";
        byte[] bytes = named(name, declared).getBytes(Charset.forName(charset));
        var event = Given.events(ECHO, bytes).getFirst();
        assertThat(event.key()).isEqualTo(name);
        assertThat(event.findings()).isEmpty();
    }

    @Test
    void believesTheBytesWhereTheDeclarationLies() {
        byte[] bytes = named("Müller", "UTF-16").getBytes(StandardCharsets.UTF_8);
        var event = Given.events(ECHO, bytes).getFirst();
        assertThat(event.key()).isEqualTo("Müller");
        assertThat(event.findings()).containsExactly("wrong_encoding_declaration line 1 column 1");
    }

    @Test
    void readsTheEncodingThatTheSourceNames() {
        byte[] bytes = named("Müller", "UTF-8").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Given.told(Given.events(ECHO, bytes)))
                .containsExactly("dead invalid_utf8 at byte 46");
        var told = Given.with(ECHO, Map.of("encoding", "windows-1252"));
        assertThat(Given.events(told, bytes).getFirst().key()).isEqualTo("Müller");
        byte[] other = named("A", "EBCDIC-CP-US").getBytes(StandardCharsets.UTF_8);
        assertThat(Given.told(Given.events(ECHO, other)))
                .containsExactly("dead unsupported_encoding at line 1 column 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE D SYSTEM 'http://example.invalid/d.dtd'>",
                "<!DOCTYPE D PUBLIC '-//x//y' \"file:///etc/passwd\" [<!-- ]> --> <!ELEMENT D ANY>]>",
                "<!DOCTYPE D [ <?x ]> ?> <!ATTLIST D a CDATA 'x>y]'> ]>"
            })
    void goesOverADoctypeWithoutReadingIt(String doctype) {
        assertThat(
                        Given.told(
                                Given.events(
                                        ECHO,
                                        "\n <?xml version='1.0'?>"
                                                + doctype
                                                + "<D><ID>A</ID></D>")))
                .containsExactly("document A");
    }

    @Test
    void makesADocumentOfEachIdoc() {
        String idoc =
                "<IDOC><EDI_DC40><DOCNUM>%s</DOCNUM><IDOCTYP>X01</IDOCTYP><MESTYP>X</MESTYP>"
                        + "</EDI_DC40></IDOC>";
        var events =
                Given.events(
                        Given.xml("idoc"),
                        "<X01>" + idoc.formatted("0001") + idoc.formatted("") + "</X01>");
        assertThat(events)
                .extracting(CanonicalEvent::ref)
                .containsExactly("idoc:0001", "/X01/IDOC[2]");
        assertThat(events.getFirst().body().get("reason").toString()).contains("X", "X01");
    }

    @Test
    void opensASoapBody() {
        String soap =
                "<s:Envelope xmlns:s='urn:s'><s:Header><To>x</To></s:Header><s:Body>%s</s:Body>"
                        + "</s:Envelope>";
        var events = Given.events(ECHO, soap.formatted("<D><ID>A</ID></D>"));
        assertThat(Given.told(events)).containsExactly("document A");
        assertThat(events.getFirst().ref()).isEqualTo("/Envelope/Body/D");
        assertThat(Given.told(Given.events(ECHO, soap.formatted(""))))
                .containsExactly("dead empty_envelope at /Envelope");
    }

    @Test
    void countsAnOrderOnceAndAnotherOneOfItsDayAsAConflict() {
        var first = Given.events(Given.xml("ubl"), order("<Quantity>1</Quantity>", 1)).getFirst();
        var blanks =
                Given.events(
                                Given.xml("ubl"),
                                order("\n<Quantity>\n 1 </Quantity>", 1).replace("'", "\""))
                        .getFirst();
        var changed = Given.events(Given.xml("ubl"), order("<Quantity>2</Quantity>", 1)).getFirst();
        assertThat(blanks.dedupe()).isEqualTo(first.dedupe());
        assertThat(blanks.content()).isEqualTo(first.content());
        assertThat(changed.dedupe()).isEqualTo(first.dedupe());
        assertThat(changed.content()).isNotEqualTo(first.content());
    }

    @Test
    void aCancellationIsLaterThanAllOfItsDay() {
        var order =
                Given.events(
                                Given.xml("ubl"),
                                order("<Quantity>1</Quantity>", 1)
                                        .replace(
                                                "</IssueDate>",
                                                "</IssueDate><IssueTime>22:00:00</IssueTime>"))
                        .getFirst();
        var cancelled =
                Given.events(
                                Given.xml("ubl"),
                                "<OrderCancellation><ID>C</ID><IssueDate>2026-11-24</IssueDate>"
                                        + "<OrderReference><ID>PO</ID></OrderReference>"
                                        + "</OrderCancellation>")
                        .getFirst();
        assertThat(cancelled.key()).isEqualTo(order.key());
        assertThat(cancelled.version()).isGreaterThan(order.version());
    }

    @Test
    void dropsSapsLeadingZerosWhereTheSourceSaysSo() {
        String idoc =
                "<O><IDOC><EDI_DC40><DOCNUM>1</DOCNUM><IDOCTYP>MATMAS05</IDOCTYP>"
                        + "<MESTYP>MATMAS</MESTYP><CREDAT>20261124</CREDAT><CRETIM>093000</CRETIM>"
                        + "</EDI_DC40><E1MARAM><MATNR>000000000000004711</MATNR></E1MARAM></IDOC></O>";
        assertThat(Given.events(Given.xml("idoc"), idoc).getFirst().body().toString())
                .contains("\"item\": \"000000000000004711\"");
        var dropping = Given.with(Given.xml("idoc"), Map.of("leading_zeros", "drop"));
        assertThat(Given.events(dropping, idoc).getFirst().body().toString())
                .contains("\"item\": \"4711\"");
    }

    /** An order whose last line has the quantity, the lines before it 1. */
    private static String order(String quantity, int lines) {
        String line =
                "<OrderLine><LineItem><ID>%d</ID>%s<Item><Name>x</Name></Item></LineItem></OrderLine>";
        var text = new StringBuilder("<Order><ID>PO</ID><IssueDate>2026-11-24</IssueDate>");
        for (int i = 1; i <= lines; i++) {
            text.append(line.formatted(i, i < lines ? "<Quantity>1</Quantity>" : quantity));
        }
        return text.append("</Order>").toString();
    }

    private static String named(String name, String encoding) {
        return "<?xml version='1.0' encoding='%s'?><D><ID>%s</ID></D>".formatted(encoding, name);
    }
}
