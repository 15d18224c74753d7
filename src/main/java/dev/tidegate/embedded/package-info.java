/**
 * PostgreSQL and Kafka as child processes of the program: real servers, their data in one folder,
 * nothing to install. They outlive the program that started them; the next one adopts them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package dev.tidegate.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
