/**
 * Business documents in XML of any vocabulary: bytes to trees, one a document. What is an envelope
 * and what a document is a table, {@code xml/envelopes.txt}; what a document means is its
 * mapping's.
 */
@NullMarked
package dev.tidegate.processing.xml;

import org.jspecify.annotations.NullMarked;
