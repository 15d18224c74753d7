package dev.tidegate.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer eyJ.a-b_c~", "Grüße", "日本"})
    void lettersOfAnyScriptArePlain(String text) {
        assertThat(PlainText.holds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\u0000", "\u007f", "\u0085", "a\u0378"})
    void controlCharactersAndWhatIsNotAssignedAreNot(String text) {
        assertThat(PlainText.holds(text)).isFalse();
    }
}
