package dev.tidegate.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final String SIXTY_THREE = "a".repeat(63);

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "acme", "acme-2", "a--b", "0-0"})
    void aLabelIsATenant(String name) {
        assertThat(new TenantId(name).value()).isEqualTo(name);
        assertThat(new TenantId(SIXTY_THREE).value()).hasSize(63);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-a", "a-", "Acme", "a.b", "a_b", "a b", "a,b", "ä", "a\n"})
    void anythingElseIsNone(String name) {
        assertThatThrownBy(() -> new TenantId(name)).hasMessageContaining("not a tenant id");
        assertThatThrownBy(() -> new TenantId(SIXTY_THREE + "a"))
                .hasMessageContaining("not a tenant id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "json", "Erp.EU-2_b", "a-", "a."})
    void aNameIsASource(String name) {
        assertThat(new SourceId(name).value()).isEqualTo(name);
        assertThat(new SourceId(SIXTY_THREE + "a").value()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "_a", "a b", "a/b", "a\0", "é"})
    void anythingElseIsNoSource(String name) {
        assertThatThrownBy(() -> new SourceId(name)).hasMessageContaining("not a source id");
        assertThatThrownBy(() -> new SourceId(SIXTY_THREE + "ab"))
                .hasMessageContaining("not a source id");
    }
}
