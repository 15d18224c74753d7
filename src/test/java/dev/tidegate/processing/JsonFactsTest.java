package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.FailureClass;
import dev.tidegate.governance.source.SourceDefinition.Contract;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class JsonFactsTest {
    @Test
    void readsAnOrderOfTheTemplate() {
        var event = Given.events(Given.json(), Samples.JSON_ORDER).getFirst();
        assertThat(event.type()).isEqualTo(EventType.ORDER);
        assertThat(event.key()).isEqualTo("SO-1001");
        assertThat(event.version()).isEqualTo(1);
        assertThat(event.ref()).isEqualTo("/");
        assertThat(event.entries()).isEqualTo(1);
        assertThat(event.findings()).isEmpty();
        var lines = (List<?>) event.body().get("lines");
        assertThat(lines).hasSize(3);
        var third = (GenericRecord) lines.get(2);
        assertThat(decimal(third, "quantity", 6)).isEqualByComparingTo("0.5");
        assertThat(decimal(third, "unit_price", 4)).isEqualByComparingTo("4.1999");
        assertThat(third.get("description")).isNull();
    }

    @Test
    void survivesTheCodec() {
        var event = Given.events(Given.json(), Samples.JSON_ORDER).getFirst();
        var codec = new CanonicalCodec();
        assertThat(codec.decode(codec.encode(event)).body()).hasToString(event.body().toString());
    }

    @Test
    void givesTheSameEventsForTheSameBytes() {
        assertThat(Given.events(Given.json(), Samples.JSON_ORDER))
                .isEqualTo(Given.events(Given.json(), Samples.JSON_ORDER));
    }

    @Test
    void tellsAnotherSourceApart() {
        var json = Given.events(Given.json(), Samples.JSON_MOVEMENT).getFirst();
        var other =
                Given.events(
                                Given.withDedupe(Given.json(), "event.body.number"),
                                Samples.JSON_MOVEMENT)
                        .getFirst();
        assertThat(other.dedupe()).isEqualTo(json.dedupe());
    }

    @Test
    void namesTheExactPlaceOfABadField() {
        String bad = Samples.JSON_ORDER.replace("\"0.5\"", "\"half\"");
        var letter = Given.events(Given.json(), "[" + Samples.JSON_ORDER + "," + bad + "]").get(1);
        assertThat(letter.body().get("code")).isEqualTo("not_a_decimal");
        assertThat(letter.body().get("place")).isEqualTo("/1/lines/2/quantity");
        assertThat(letter.body().get("reason").toString()).contains("/lines/2/quantity");
        assertThat(letter.key()).isEqualTo("SO-1001");
        assertThat(letter.ref()).isEqualTo("/1");
    }

    @Test
    void namesThePlaceOfAMissingField() {
        String bad = Samples.JSON_ORDER.replace("\"item\":\"SKU-2\",", "");
        assertThat(Given.told(Given.events(Given.json(), bad)))
                .containsExactly("dead missing_field at /lines/1/item");
    }

    @Test
    void numbersLinesThatHaveNoNumber() {
        String bare = Samples.JSON_ORDER.replaceAll("\"line\":\"\\d\",", "");
        var lines = (List<?>) Given.events(Given.json(), bare).getFirst().body().get("lines");
        assertThat(((GenericRecord) lines.get(2)).get("line")).isEqualTo("3");
    }

    @Test
    void refusesAnOrderWithoutAVersion() {
        String bare = Samples.JSON_ORDER.replace("\"version\":1,", "");
        assertThat(Given.told(Given.events(Given.json(), bare)))
                .containsExactly("dead missing_field at /version");
        String updated =
                bare.replace("\"kind\"", "\"updated_at\":\"2026-11-24T10:00:00Z\",\"kind\"");
        assertThat(Given.events(Given.json(), updated).getFirst().version())
                .isEqualTo(1_795_514_400_000_000L);
    }

    @Test
    void tellsOrRefusesWhatTheTemplateDoesNotKnow() {
        String more = Samples.JSON_ORDER.replace("\"kind\"", "\"site\":\"DC9\",\"kind\"");
        assertThat(Given.events(Given.json(), more).getFirst().findings())
                .containsExactly("unrecognised_field /site");
        assertThat(Given.told(Given.events(Given.with(Given.json(), Strictness.STRICT), more)))
                .containsExactly("dead unrecognised_field at /site");
    }

    @Test
    void readsAPriceAsMoney() {
        String money =
                Samples.JSON_ORDER
                        .replace("\"9.95\"", "{\"amount\":\"9.95\",\"currency\":\"CHF\"}")
                        .replace("\"currency\":\"EUR\",", "");
        var body = Given.events(Given.json(), money).getFirst().body();
        assertThat(body.get("currency")).isEqualTo("CHF");
        var first = (GenericRecord) ((List<?>) body.get("lines")).getFirst();
        assertThat(decimal(first, "unit_price", 4)).isEqualByComparingTo("9.95");
    }

    @Test
    void holdsASourceToItsContract() {
        var source = Given.with(Given.json(), new Contract(List.of("shipment"), List.of()));
        var letter = Given.events(source, Samples.JSON_ORDER).getFirst();
        assertThat(letter.body().get("code")).isEqualTo("type_not_in_contract");
        assertThat(letter.body().get("class")).isEqualTo(FailureClass.POLICY_REJECTION.label());
        var drifted = Given.with(Given.json(), new Contract(List.of(), List.of("plant")));
        assertThat(Given.told(Given.events(drifted, Samples.JSON_ORDER)))
                .containsExactly("dead missing_field at /plant");
    }

    @Test
    void keepsMovementsHonest() {
        assertThat(movement("\"100\"", "\"-1\""))
                .containsExactly("dead negative_quantity at /quantity");
        assertThat(movement("\"100\"", "0")).containsExactly("dead zero_quantity at /quantity");
        assertThat(movement("\"100\"", "\"0.0000001\""))
                .containsExactly("dead too_many_decimals at /quantity");
        assertThat(movement("\"receipt\"", "\"transfer_out\""))
                .containsExactly("dead missing_field at /to_location");
        assertThat(movement("\"receipt\"", "\"teleport\""))
                .containsExactly("dead unknown_code at /kind");
        assertThat(movement("2026-11-24T", "2026-13-24T"))
                .containsExactly("dead not_a_timestamp at /occurred_at");
        assertThat(movement("SKU-1", "SKU\\u0000"))
                .containsExactly("dead forbidden_character at /item");
        assertThat(movement("SKU-1", "SKU\\ud800"))
                .containsExactly("dead forbidden_character at /item");
        assertThat(movement("SKU-1", "S".repeat(81))).containsExactly("dead too_long at /item");
        assertThat(movement("stock_movement", "214"))
                .containsExactly("dead unsupported_type at /type");
    }

    private static List<String> movement(String was, String is) {
        return Given.told(Given.events(Given.json(), Samples.JSON_MOVEMENT.replace(was, is)));
    }

    private static BigDecimal decimal(GenericRecord record, String field, int scale) {
        var bytes = (ByteBuffer) record.get(field);
        return new BigDecimal(new java.math.BigInteger(bytes.array()), scale);
    }
}
