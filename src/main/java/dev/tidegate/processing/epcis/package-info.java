/** GS1 EPCIS events, of 1.2 and 2.0, in XML and JSON: one tree for a mapping to see. */
@NullMarked
package dev.tidegate.processing.epcis;

import org.jspecify.annotations.NullMarked;
