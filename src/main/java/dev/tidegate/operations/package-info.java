/**
 * Canonical events in, live orders, stock and shipments out: one PostgreSQL transaction a batch.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "contract", "governance"})
package dev.tidegate.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
