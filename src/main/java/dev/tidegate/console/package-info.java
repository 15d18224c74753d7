/**
 * The face of all: server-rendered pages over the layers' published queries and commands, and the
 * documentation.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "contract",
            "governance",
            "operations :: fact",
            "operations :: inventory",
            "operations :: journal",
            "operations :: orders",
            "operations :: shipments",
            "operations :: trace",
            "processing :: suggestion",
        })
package dev.tidegate.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
