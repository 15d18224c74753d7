package dev.tidegate.proof.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ModulesTest {
    private static final ApplicationModules HOUSE = ApplicationModules.of("dev.tidegate");

    @Test
    void noModuleImportsWhatItMayNot() {
        HOUSE.verify();
    }

    @Test
    void everyModuleSaysWhatItMayImport() {
        assertThat(HOUSE)
                .isNotEmpty()
                .allSatisfy(
                        module ->
                                assertThat(
                                                module.getBasePackage()
                                                        .getAnnotation(
                                                                org.springframework.modulith
                                                                        .ApplicationModule.class))
                                        .as(module.getDisplayName())
                                        .isPresent());
    }

    /** If this passed without a violation, the fact above would prove nothing. */
    @Test
    void aModuleThatBreaksItsRuleIsCaught() {
        var broken =
                ApplicationModules.of(
                        "dev.tidegate.proof.architecture.broken", (Location any) -> true);

        assertThatThrownBy(broken::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("lower")
                .hasMessageContaining("upper");
    }
}
