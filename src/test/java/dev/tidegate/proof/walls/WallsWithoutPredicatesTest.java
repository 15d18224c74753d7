package dev.tidegate.proof.walls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.proof.tampering.SqlWrong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same matrix with the program's own predicate on the tenant made blind. */
@Tag("slow")
class WallsWithoutPredicatesTest extends Walls {
    WallsWithoutPredicatesTest() {
        super(true);
    }

    @Test
    void thePredicatesWereReallyMadeBlind() {
        assertThat(SqlWrong.BLIND_PREDICATES.rewritten()).isGreaterThan(50);
    }
}
