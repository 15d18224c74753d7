package dev.tidegate.proof.walls;

import org.junit.jupiter.api.Tag;
@Tag("prove")
class WallsTest extends Walls {
    WallsTest() {
        super(false);
    }
}
