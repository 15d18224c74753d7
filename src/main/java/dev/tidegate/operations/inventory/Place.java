package dev.tidegate.operations.inventory;

/** Where something lies: the subject of stock commands. */
record Place(String item, String location) {}
