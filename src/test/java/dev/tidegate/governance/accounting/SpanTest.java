package dev.tidegate.governance.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:01Z, 1000",
        "1970-01-01T00:00:01.000000001Z, 1001",
        "1970-01-01T00:00:01.000999999Z, 1001",
        "1969-12-31T23:59:59Z, 0",
        "-1000000000-01-01T00:00:00Z, 0",
        "+1000000000-12-31T23:59:59.999999999Z, 253402300799000"
    })
    void aTimeBetweenTwoMillisecondsIsTheLaterOne(Instant time, long millis) {
        assertThat(Span.millis(time)).isEqualTo(millis);
    }
}
