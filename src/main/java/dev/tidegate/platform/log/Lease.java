package dev.tidegate.platform.log;

/** The right to read one partition and to commit its effect, until the epoch moves on. */
public record Lease(String topic, int partition, long epoch, long nextOffset) {}
