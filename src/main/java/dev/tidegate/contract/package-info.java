/** Canonical events and their schemas, and the vocabulary of the journal. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "platform")
package dev.tidegate.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
