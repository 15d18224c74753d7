package dev.tidegate.processing.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Dates that are stored as a number of days (ECMA-376 part 1, 18.17.4): since the end of 1899, with
 * a 29 February 1900 that never was, or since 1904.
 */
enum SerialDates {
    SINCE_1900,
    SINCE_1904;

    private static final LocalDate BEGIN_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final int DAY_THAT_NEVER_WAS = 60;
    private static final int YEAR_MAX = 9999;
    private static final BigDecimal DAYS_MAX = BigDecimal.valueOf(2_958_466);
    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    /**
     * {@code 2026-11-24}, {@code 2026-11-24T09:30:00}, or a time alone {@code 09:30:00}; to the
     * millisecond, as far as a spreadsheet keeps it. Empty where there is no such day.
     */
    Optional<String> text(BigDecimal days) {
        if (days.signum() < 0 || days.compareTo(DAYS_MAX) >= 0) {
            return Optional.empty();
        }
        long millis =
                days.multiply(BigDecimal.valueOf(MILLIS_PER_DAY))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        int day = (int) (millis / MILLIS_PER_DAY);
        var time = LocalTime.ofNanoOfDay(millis % MILLIS_PER_DAY * 1_000_000L);
        if (day == 0 && this == SINCE_1900) {
            return Optional.of(told(time));
        }
        return date(day)
                .map(date -> time.equals(LocalTime.MIDNIGHT) ? "" + date : date + "T" + told(time));
    }

    private Optional<LocalDate> date(int day) {
        var date =
                switch (this) {
                    case SINCE_1904 -> BEGIN_1904.plusDays(day);
                    case SINCE_1900 ->
                            BEFORE_1900.plusDays(day > DAY_THAT_NEVER_WAS ? day - 1 : day);
                };
        boolean never = this == SINCE_1900 && day == DAY_THAT_NEVER_WAS;
        return never || date.getYear() > YEAR_MAX ? Optional.empty() : Optional.of(date);
    }

    private static String told(LocalTime time) {
        return time.getNano() == 0 ? time.format(SECONDS) : time.format(MILLIS);
    }
}
