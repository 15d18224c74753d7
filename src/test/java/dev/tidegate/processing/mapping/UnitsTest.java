package dev.tidegate.processing.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.governance.codelist.CodeBook;
import dev.tidegate.processing.document.Unusable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.measure.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systems.uom.common.Imperial;
import systems.uom.common.USCustomary;

/** Quantities keep what they are worth from unit to unit, or are refused. */
class UnitsTest {
    /** The code list of EN 16931, which is Recommendations 20 and 21 as invoices must use them. */
    private static final String OTHERS =
            "/external/schematron/1.3.14.1/ubl/EN16931-UBL-validation.xslt";

    /** Deprecated by Recommendation 20 and so not in EN 16931, but still sent. */
    private static final Set<String> DEPRECATED = Set.of("ARE", "HAR", "NPR", "ST");

    private static final Map<String, Unit<?>> SAME =
            Map.ofEntries(
                    Map.entry("LBR", USCustomary.POUND),
                    Map.entry("ONZ", USCustomary.OUNCE),
                    Map.entry("STN", USCustomary.TON),
                    Map.entry("LTN", Imperial.TON_UK),
                    Map.entry("STI", Imperial.STONE),
                    Map.entry("INH", USCustomary.INCH),
                    Map.entry("FOT", USCustomary.FOOT),
                    Map.entry("YRD", USCustomary.YARD),
                    Map.entry("SMI", USCustomary.MILE),
                    Map.entry("NMI", USCustomary.NAUTICAL_MILE),
                    Map.entry("FTK", USCustomary.SQUARE_FOOT),
                    Map.entry("INQ", USCustomary.CUBIC_INCH),
                    Map.entry("GLL", USCustomary.GALLON_LIQUID),
                    Map.entry("OZA", USCustomary.FLUID_OUNCE),
                    Map.entry("GLI", Imperial.GALLON_UK),
                    Map.entry("LTR", USCustomary.LITER),
                    Map.entry("HUR", USCustomary.HOUR),
                    Map.entry("MIN", USCustomary.MINUTE));

    @ParameterizedTest
    @CsvSource({
        "1, LBR, KGM, 0.453592", "1000, GRM, KGM, 1", "2.5, KGM, GRM, 2500", "12, INH, FOT, 1",
        "1, MTQ, LTR, 1000", "3, DZN, EA, 36", "90, MIN, HUR, 1.5", "212, FAH, CEL, 100",
        "-40, CEL, FAH, -40", "1, KWH, 3B, 3.6", "7, XCS, XCS, 7", "1, EA, DZN, 0.083333",
        "0, FAH, KEL, 255.372222", "1, GLL, OZA, 128"
    })
    void aQuantityIsWorthTheSameInAnotherUnit(
            String amount, String from, String to, BigDecimal is) {
        assertThat((BigDecimal) units(Map.of()).convert(amount, from, to, null))
                .isEqualByComparingTo(is);
    }

    @ParameterizedTest
    @CsvSource({
        "1, KGM, LTR, unit_mismatch", "1, XCS, EA, unknown_content", "1, EA, XPX, unknown_content",
        "1, MON, DAY, unknown_unit", "1, KGM, FURLONGS, unknown_unit",
                "some, KGM, GRM, not_a_decimal"
    })
    void whatNoFactorLeadsToIsRefused(String amount, String from, String to, String code) {
        assertThat(units(Map.of()).convert(amount, from, to, null))
                .isInstanceOfSatisfying(
                        Unusable.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aCaseHoldsWhatTheItemOrTheSourceSays() {
        var told = units(Map.of("unit.XCS", "12 EA", "unit.A-1.XCS", "2.5 KGM"));

        assertThat(told.convert("3", "XCS", "EA", null)).isEqualTo(new BigDecimal("36"));
        assertThat(told.convert("3", "XCS", "GRM", "A-1")).isEqualTo(new BigDecimal("7.5E+3"));
        assertThat(told.convert("36", "EA", "XCS", null)).isEqualTo(new BigDecimal("3"));
        assertThat(told.convert("2", "XPX", "XCS", Map.of("XPX", "48 EA", "XCS", "12 EA")))
                .isEqualTo(new BigDecimal("8"));
        assertThat(told.convert("3", "XCS", "LTR", null))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        refused -> assertThat(refused.code()).isEqualTo("unit_mismatch"));
    }

    @Test
    void theSourceSaysHowAQuotientThatDoesNotEndIsTold() {
        assertThat(units(Map.of("unit_scale", "2")).convert("1", "EA", "DZN", null))
                .isEqualTo(new BigDecimal("0.08"));
        assertThat(
                        units(Map.of("unit_scale", "2", "unit_rounding", "up"))
                                .convert("1", "EA", "DZN", null))
                .isEqualTo(new BigDecimal("0.09"));
        assertThat(units(Map.of("unit_rounding", "exact")).convert("1", "EA", "DZN", null))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        refused -> assertThat(refused.code()).isEqualTo("inexact_conversion"));
    }

    @Test
    void thereAndBackIsTheSameForEveryPairOfUnits() {
        var all = Units.ALL.all().values();
        for (var from : all) {
            for (var to : all) {
                if (from.dimension().equals(to.dimension())) {
                    var there = to.fromBase(from.toBase(Ratio.parse("7/3")));
                    assertThat(from.fromBase(to.toBase(there)))
                            .as(from.code() + " to " + to.code())
                            .isEqualTo(Ratio.parse("7/3"));
                }
            }
        }
    }

    @Test
    void everyCodeIsOneOfTheRecommendation() throws IOException {
        var known = others();
        assertThat(known).hasSizeGreaterThan(2_000);
        assertThat(Units.ALL.all().keySet()).isSubsetOf(plus(known, DEPRECATED));
        assertThat(known.stream().filter(Units.ALL::isPackage).filter(code -> code.startsWith("X")))
                .hasSizeGreaterThan(390);
    }

    @Test
    void everyListOfUnitsLeadsToCodesOfTheRecommendation() throws IOException {
        var known = others();
        for (String name :
                new String[] {"x12-355", "edifact-6411", "sap-unit", "rec20-former", "x12-188"}) {
            assertThat(CodeBook.shipped().list(name).orElseThrow().meanings().values())
                    .as(name)
                    .isSubsetOf(plus(known, DEPRECATED));
        }
    }

    @Test
    void factorsAreThoseOfAnotherTable() {
        SAME.forEach(
                (code, unit) ->
                        assertThat(factor(code)).as(code).isEqualByComparingTo(factor(unit)));
    }

    private static BigDecimal factor(String code) {
        return Units.ALL
                .unit(code)
                .orElseThrow()
                .factor()
                .decimal(12, RoundingMode.HALF_EVEN)
                .orElseThrow();
    }

    /** Of the base units, of which its kilogram, metre, cubic metre and second are ours. */
    private static BigDecimal factor(Unit<?> unit) {
        return BigDecimal.valueOf(converted(unit).doubleValue())
                .setScale(12, RoundingMode.HALF_EVEN);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Number converted(Unit unit) {
        return unit.getConverterTo(unit.getSystemUnit()).convert(1.0);
    }

    private static Set<String> plus(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }

    private static Set<String> others() throws IOException {
        try (var in = UnitsTest.class.getResourceAsStream(OTHERS)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var list = Pattern.compile("contains\\('([^']* KGM [^']*)'").matcher(text);
            assertThat(list.find()).isTrue();
            return Arrays.stream(list.group(1).strip().split("\\s+")).collect(Collectors.toSet());
        }
    }

    private static UnitFunctions units(Map<String, String> parameters) {
        return new UnitFunctions(Parameters.of(parameters), CodeBook.shipped());
    }
}
