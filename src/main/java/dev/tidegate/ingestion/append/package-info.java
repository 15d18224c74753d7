/** Bytes to the log, durable before anyone is told. */
@NullMarked
package dev.tidegate.ingestion.append;

import org.jspecify.annotations.NullMarked;
