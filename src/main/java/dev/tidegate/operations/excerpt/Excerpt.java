package dev.tidegate.operations.excerpt;

/**
 * Part of a message's bytes as text; what is no UTF-8 is shown as U+FFFD. Of a workbook, rows.
 *
 * @param offset of the first byte shown
 * @param found whether the place is in it; else it is the beginning of the message
 */
public record Excerpt(String text, int offset, boolean found) {}
