package dev.tidegate.operations.effect;

/** A telling of one thing that a later telling replaces whole. */
public interface Told<K extends Comparable<K>> {
    K key();

    Stamp stamp();
}
