/**
 * The command line: a client of the running server's HTTP API, and what starts and stops it. Data
 * goes to stdout, words to stderr.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"embedded"})
package dev.tidegate.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
