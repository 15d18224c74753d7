package dev.tidegate.proof.architecture.broken.upper;

/** What the lower module must not know. */
public record Upper(String name) {}
