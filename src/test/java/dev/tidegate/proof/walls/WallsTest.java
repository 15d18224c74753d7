package dev.tidegate.proof.walls;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class WallsTest extends Walls {
    WallsTest() {
        super(false);
    }
}
