package dev.tidegate.proof.check;

/** A broken promise, and where. */
public record Finding(Kind kind, String what) {
    /** The promises, by how they can be broken. */
    public enum Kind {
        /** Acknowledged, and not in the log. */
        LOST,
        /** In the log more often than it was sent, or refused and there all the same. */
        INVENTED,
        /** The bytes are not the ones that were sent. */
        RAW_CHANGED,
        /** A hole in the offsets of a raw lane. */
        GAP,
        /** In the log, and without a fate. */
        NO_FATE,
        /** A fate that the set of what was told does not allow. */
        WRONG_FATE,
        /** One thing took effect more than once. */
        APPLIED_TWICE,
        /** It has the fate applied, and its effect is not there or another. */
        WRONG_EFFECT,
        /** The ledger and a balance disagree. */
        WRONG_BALANCE,
        /** A balance below zero. */
        NEGATIVE,
        /** An older version stands where a newer one was told. */
        STALE_OVERWROTE,
        /** The accounts do not add up. */
        UNBALANCED,
        /** A receipt that is not answered, not done, or says something else than the journal. */
        BAD_RECEIPT,
        /** It took effect, and no fact says so. */
        NO_FACT
    }
}
