package dev.tidegate.proof.architecture.broken.lower;

import dev.tidegate.proof.architecture.broken.upper.Upper;

/** Breaks its module's rule on purpose. */
public record Lower(Upper upper) {}
