/** The log as the layers use it: topics, leases over partitions, positions kept in PostgreSQL. */
@NullMarked
package dev.tidegate.platform.log;

import org.jspecify.annotations.NullMarked;
