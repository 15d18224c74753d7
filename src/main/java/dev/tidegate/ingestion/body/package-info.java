/** Bodies of requests, read within bounds: whole, line by line, part by part, cut at records. */
@NullMarked
package dev.tidegate.ingestion.body;

import org.jspecify.annotations.NullMarked;
