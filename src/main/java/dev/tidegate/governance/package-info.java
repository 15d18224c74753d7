/** Identity, sources and their contracts, accounting: what the other layers are governed by. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"platform", "contract"})
package dev.tidegate.governance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
