package dev.tidegate.operations.excerpt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptsTest {
    private static final String CSV =
            "order,item,quantity\n1,A,2\n2,\"B\nwith a break\",x\n3,C,4\n";
    private static final String JSON =
            """
            {"orders": [
              {"number": "1", "lines": [{"item": "A", "quantity": "1"}]},
              {"number": "2", "lines": [{"item": "B", "quantity": "many"}]}]}""";
    private static final String X12 =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261124*1000*U*00401*000000905*0*P*>~"
                    + "GS*PO*S*R*20261124*1000*1*X*004010~ST*850*0001~BEG*00*SA*1**20261124~SE*3*0001~"
                    + "ST*850*0002~BEG*00*SA*2**20261124~PO1*1*x*EA~SE*4*0002~GE*2*1~IEA*1*000000905~";

    private static final String EDIFACT =
            "UNA:+.? 'UNB+UNOA:3+A+B+261124:1000+7001'UNH+1+ORDERS:D:96A:UN'BGM+220+it?'s one??'UNT+3+1'\n"
                    + "UNH+2+ORDERS:D:96A:UN'BGM+220+two'LIN+1'QTY+21:x'UNT+5+2'UNZ+2+7001'";

    private static Excerpt of(String text, String ref, String place) {
        return Excerpts.of(text.getBytes(UTF_8), ref, place);
    }

    @Test
    void findsARowBehindOneWithABreakInACell() {
        var excerpt = of(CSV, "row:4", "row:4 column \"quantity\"");

        assertThat(excerpt.found()).isTrue();
        assertThat(excerpt.text()).startsWith("3,C,4");
    }

    @Test
    void findsASegmentOfAnEdifactMessage() {
        var excerpt = of(EDIFACT, "7001/2", "QTY[1]-01-2 (segment 4)");

        assertThat(excerpt.found()).isTrue();
        assertThat(excerpt.text()).contains("QTY+21:x'");
        assertThat(of(EDIFACT, "7001/1", "").text()).contains("UNH+1+ORDERS");
        assertThat(of(EDIFACT, "7001/3", "QTY[1]-01-2 (segment 4)").found()).isFalse();
    }

    @Test
    void findsAValueByItsPointer() {
        var excerpt = of(JSON, "/orders/1", "/orders/1/lines/0/quantity");

        assertThat(excerpt.found()).isTrue();
        assertThat(excerpt.text()).contains("\"many\"");
        assertThat(excerpt.text()).doesNotContain("\"number\": \"1\"");
    }

    @Test
    void findsASegmentOfItsSet() {
        var excerpt = of(X12, "000000905/1/0002", "PO1[1]-02 (segment 3)");

        assertThat(excerpt.found()).isTrue();
        assertThat(excerpt.text()).contains("PO1*1*x*EA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "row:99|row:99",
                "/nothing/here|/nothing/here",
                "1/1/1|segment 99",
                "byte 99999|byte 99999",
                "''|''"
            })
    void showsTheBeginningWhereThePlaceIsNotThere(String ref, String place) {
        var excerpt = of(CSV, ref, place);

        assertThat(excerpt.found()).isFalse();
        assertThat(excerpt.offset()).isZero();
        assertThat(excerpt.text()).startsWith("order,item");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "ISA", "\u0000\u0000", "[[[[[[", "ISA*~"})
    void bearsAnything(String text) {
        for (String place : new String[] {"row:2", "/a/b", "segment 3", "line 2 column 1", ""}) {
            assertThat(of(text, place, place).text()).doesNotContain("\u0000");
        }
    }
}
