package dev.tidegate.ingestion.admission;

/** What becomes of one message at the door. */
public enum Verdict {
    EXPRESS,
    /** Above the tenant's quota: kept, applied later. */
    SURGE,
    /** So much of the tenant's is pending that no more is taken in. */
    REFUSED
}
