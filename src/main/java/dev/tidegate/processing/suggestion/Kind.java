package dev.tidegate.processing.suggestion;

/** What a field holds, and so what its column's values have to be. */
enum Kind {
    TEXT,
    DECIMAL,
    DATE,
    MOMENT,
    VERSION,
    GTIN,
    GLN,
    DUNS,
    UNIT,
    CURRENCY,
    CODE,
    MOVEMENT
}
