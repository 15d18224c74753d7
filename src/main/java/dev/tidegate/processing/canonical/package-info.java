/** Trees to Avro records by the schema's own shape, and the hashes that tell events apart. */
@NullMarked
package dev.tidegate.processing.canonical;

import org.jspecify.annotations.NullMarked;
