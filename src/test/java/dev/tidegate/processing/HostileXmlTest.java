package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever XML comes, every message has its entries, and nothing outside of it is touched. */
class HostileXmlTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final Normaliser normaliser = new Normaliser(NormaliserSettings.DEFAULTS);
    private final CanonicalCodec codec = new CanonicalCodec();

    @Test
    void refusesEntityBombsBeforeTheyGrow() {
        var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        assertThat(codes(bomb + "]><a>&e29;</a>")).containsExactly("entity_declaration");
        assertThat(codes("<!DOCTYPE a [<!ENTITY % p '<!ENTITY e \"x\">'>%p;]><a>&e;</a>"))
                .containsExactly("entity_declaration");
        assertThat(codes("<!-- --><?x?><!DOCTYPE a [<!ELEMENT a ANY><!ENTITY e 'x'>]><a/>"))
                .containsExactly("entity_declaration");
        assertThat(place("<a>\n<b>&undeclared;</b></a>")).startsWith("/a/b (line 2 column ");
    }

    @Test
    void readsNoFileAndNoAddress(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String file = secret.toUri().toString();
        for (String text :
                List.of(
                        "<!DOCTYPE Order [<!ENTITY x SYSTEM '"
                                + file
                                + "'>]><Order><ID>&x;</ID></Order>",
                        "<!DOCTYPE Order SYSTEM '" + file + "'><Order><ID>&x;</ID></Order>",
                        "<!DOCTYPE Order [<!ENTITY % x SYSTEM '" + file + "'>%x;]><Order/>",
                        "<Order xmlns:xi='http://www.w3.org/2001/XInclude'><ID><xi:include href='"
                                + file
                                + "' parse='text'/></ID></Order>")) {
            var events = Given.events(Given.xml("ubl"), text);
            assertThat(events).extracting(CanonicalEvent::type).containsOnly(EventType.DEAD_LETTER);
            assertThat(events.toString()).doesNotContain("SECRET");
        }
    }

    @Test
    void survivesNestingAndNamesAndTextsWithoutEnd() {
        assertThat(codes("<a>".repeat(100_000))).containsExactly("limit_exceeded");
        assertThat(codes("<a>".repeat(100_000) + "</a>".repeat(100_000)))
                .containsExactly("limit_exceeded");
        assertThat(codes("<a>" + "<b/>".repeat(600_000) + "</a>"))
                .containsExactly("limit_exceeded");
        var attributes = new StringBuilder("<a");
        for (int i = 0; i < 1_000; i++) {
            attributes.append(" a%d='x'".formatted(i));
        }
        assertThat(codes(attributes + "/>")).containsExactly("limit_exceeded");
        assertThat(codes("<a x='" + "y".repeat(13_000_000) + "'/>"))
                .containsExactly("limit_exceeded");
        assertThat(codes("<a>" + "y".repeat(13_000_000) + "</a>"))
                .containsExactly("limit_exceeded");
        assertThat(codes("<" + "a".repeat(1_000_000) + "/>")).hasSize(1);
        assertThat(codes("<a " + "xmlns:b='c' ".repeat(100_000) + "/>")).hasSize(1);
    }

    @Test
    void readsAnAttachmentOfMegabytes() {
        String order =
                "<Order><ID>PO</ID><IssueDate>2026-11-24</IssueDate><Attachment mimeCode='x'>%s"
                        + "</Attachment><OrderLine><LineItem><Quantity>1</Quantity><Item><Name>x"
                        + "</Name></Item></LineItem></OrderLine></Order>";
        assertThat(codes(order.formatted("QUJD".repeat(2_000_000)))).containsExactly("order");
    }

    @Test
    void tellsBrokenXmlByWhatIsBroken() {
        assertThat(codes("")).containsExactly("empty_message");
        assertThat(codes(" \n\t")).containsExactly("empty_message");
        assertThat(codes("no xml")).containsExactly("malformed_xml");
        assertThat(codes("<a><b></a>")).containsExactly("malformed_xml");
        assertThat(codes("<a/><b/>")).containsExactly("malformed_xml");
        assertThat(codes("<a>\0</a>")).containsExactly("malformed_xml");
        assertThat(codes("<a>&#0;</a>")).containsExactly("malformed_xml");
        assertThat(codes("<a b='1' b='2'/>")).containsExactly("malformed_xml");
        assertThat(codes("<p:a/>")).containsExactly("malformed_xml");
        assertThat(codes("<!DOCTYPE a")).containsExactly("malformed_xml");
        assertThat(codes("<!DOCTYPE a [")).containsExactly("malformed_xml");
        assertThat(codes("<!-- ")).containsExactly("malformed_xml");
        assertThat(codes("PK\u0003\u0004...")).containsExactly("not_text");
        assertThat(codes(new byte[] {'<', 'a', '>', (byte) 0xC0, (byte) 0x80}))
                .containsExactly("invalid_utf8");
        assertThat(codes(new byte[] {(byte) 0xFF, (byte) 0xFE, '<', 0, (byte) 0, (byte) 0xD8}))
                .containsExactly("invalid_encoding");
        assertThat(place("<a>\n  <b>\n  <c></d>")).startsWith("/a/b/c (line 3 column ");
    }

    @Test
    void aBadFileSentAgainIsTheSame() {
        var first = Given.events(Given.xml("ubl"), "<Order><ID>").getFirst();
        var again = Given.events(Given.xml("ubl"), "<Order><ID>").getFirst();
        assertThat(again.dedupe()).isEqualTo(first.dedupe());
        assertThat(Given.events(Given.xml("ubl"), "<Order><I>").getFirst().dedupe())
                .isNotEqualTo(first.dedupe());
    }

    @Test
    void hasEntriesForAFileCutAtAnyByte() throws Exception {
        byte[] whole = Files.readAllBytes(GOLDEN.resolve("order-Order.ubl"));
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(codes(Arrays.copyOf(whole, length))).hasSize(1);
        }
        assertThat(codes(whole)).containsExactly("order");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-ORDERS05.idoc",
                "order-Order.ubl",
                "order-OrderRequest.cxml",
                "order-order.gs1"
            })
    void hasEntriesForWhateverIsFlipped(String name) throws Exception {
        var random = new Random(name.hashCode());
        byte[] whole = Files.readAllBytes(GOLDEN.resolve(name));
        for (int i = 0; i < 300; i++) {
            byte[] bytes = whole.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(codes(name.substring(name.lastIndexOf('.') + 1), bytes)).isNotEmpty();
        }
    }

    private static String place(String text) {
        return Given.events(Given.xml("ubl"), text).getFirst().body().get("place").toString();
    }

    private List<String> codes(String text) {
        return codes(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> codes(byte[] bytes) {
        return codes("ubl", bytes);
    }

    private List<String> codes(String name, byte[] bytes) {
        var source = Given.xml(name);
        var events = normaliser.normalise(Given.message(source, "application/xml", bytes), source);
        for (CanonicalEvent event : events) {
            assertThat(event.entries()).isEqualTo(events.size());
            assertThat(codec.decode(codec.encode(event)).key()).isEqualTo(event.key());
        }
        var codes = events.stream().map(HostileXmlTest::code).toList();
        assertThat(codes).doesNotContain("processing_fault");
        return codes;
    }

    private static String code(CanonicalEvent event) {
        return event.type() == EventType.DEAD_LETTER
                ? event.body().get("code").toString()
                : event.type().label();
    }
}
