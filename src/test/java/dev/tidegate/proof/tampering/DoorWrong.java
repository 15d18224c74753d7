package dev.tidegate.proof.tampering;

/** Wrongs done before the program sees a message. */
public enum DoorWrong {
    /** Now and then a message is acknowledged and thrown away. */
    ACKNOWLEDGES_UNKEPT,
    /** Now and then other bytes are kept than were sent. */
    REWRITES_BYTES
}
