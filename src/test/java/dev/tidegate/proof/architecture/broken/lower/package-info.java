/** May import nothing, and does. */
@ApplicationModule(allowedDependencies = {})
package dev.tidegate.proof.architecture.broken.lower;

import org.springframework.modulith.ApplicationModule;
