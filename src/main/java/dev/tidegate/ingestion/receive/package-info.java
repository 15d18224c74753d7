/** The door over HTTP: messages in, receipts out, raw bytes back. */
@NullMarked
package dev.tidegate.ingestion.receive;

import org.jspecify.annotations.NullMarked;
