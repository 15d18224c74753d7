/**
 * What every adapter hands on: documents as trees, the places in them, and what could not be read.
 */
@NullMarked
package dev.tidegate.processing.document;

import org.jspecify.annotations.NullMarked;
