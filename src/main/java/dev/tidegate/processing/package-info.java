/** Raw bytes to canonical events or dead letters: a pure function of bytes and mapping version. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "contract", "governance"})
package dev.tidegate.processing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
