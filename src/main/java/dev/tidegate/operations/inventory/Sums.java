package dev.tidegate.operations.inventory;

/** Sums of stock rows, in millionths: of one location's lots, or of several locations. */
record Sums(
        long onHand, long reserved, long available, long inTransit, long shortage, long version) {
    static final Sums NOTHING = new Sums(0, 0, 0, 0, 0, 0);

    /** Of one location: orders name no lot, so what they want is set against all lots together. */
    static Sums of(long onHand, long demand, long inTransit, long shortage, long version) {
        long reserved = Math.min(onHand, demand);
        return new Sums(onHand, reserved, onHand - reserved, inTransit, shortage, version);
    }

    Sums plus(Sums other) {
        return new Sums(
                Math.addExact(onHand, other.onHand),
                Math.addExact(reserved, other.reserved),
                Math.addExact(available, other.available),
                Math.addExact(inTransit, other.inTransit),
                Math.addExact(shortage, other.shortage),
                version + other.version);
    }
}
