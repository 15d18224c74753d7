/** PostgreSQL as the layers use it: tenant-scoped transactions, batches, migrations. */
@NullMarked
package dev.tidegate.platform.sql;

import org.jspecify.annotations.NullMarked;
