/** Bytes in, receipts out: durable before the answer. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "contract", "governance"})
package dev.tidegate.ingestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
