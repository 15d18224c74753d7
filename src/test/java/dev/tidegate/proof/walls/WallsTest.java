package dev.tidegate.proof.walls;

class WallsTest extends Walls {
    WallsTest() {
        super(false);
    }
}
