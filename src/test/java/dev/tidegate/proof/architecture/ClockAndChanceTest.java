package dev.tidegate.proof.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClockAndChanceTest {
    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.tidegate");
    private static final JavaClasses TESTS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.OnlyIncludeTests())
                    .importPackages("dev.tidegate");

    private static final ArchRule TIME_IS_GIVEN =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.tidegate.platform..")
                    .should()
                    .callMethodWhere(
                            target(nameMatching("now"))
                                    .and(target(owner(resideInAPackage("java.time")))))
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethodWhere(
                            target(nameMatching("system.*|tick.*"))
                                    .and(target(owner(named("java.time.Clock")))));

    private static final ArchRule IDS_ARE_GIVEN =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.tidegate.platform..")
                    .should()
                    .callMethod(UUID.class, "randomUUID");

    private static final ArchRule NO_SLEEPS =
            noClasses()
                    .should()
                    .callMethodWhere(
                            new DescribedPredicate<JavaMethodCall>("sleep") {
                                @Override
                                public boolean test(JavaMethodCall call) {
                                    return call.getName().equals("sleep");
                                }
                            });

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> named(
            String name) {
        return DescribedPredicate.describe("named " + name, type -> type.getName().equals(name));
    }

    @Test
    void onlyThePlatformAsksTheClock() {
        TIME_IS_GIVEN.check(PROGRAM);
    }

    @Test
    void onlyThePlatformMakesIds() {
        IDS_ARE_GIVEN.check(PROGRAM);
    }

    @Test
    void noTestSleeps() {
        NO_SLEEPS.check(TESTS);
    }

    /** Asks the clock and makes an id on purpose: the rules must see it. */
    @Test
    void theRulesCanFail() {
        var here = new ClassFileImporter().importClasses(Taker.class);

        assertThatThrownBy(() -> TIME_IS_GIVEN.check(here)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> IDS_ARE_GIVEN.check(here)).isInstanceOf(AssertionError.class);
    }

    /** Takes what should be given. */
    static final class Taker {
        Instant at = Instant.now();
        UUID id = UUID.randomUUID();
    }
}
