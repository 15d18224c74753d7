/**
 * Commands of the API: decided one after the other for each subject, appended to the log like every
 * other message, applied in the same request, answered once for each Idempotency-Key.
 */
@NullMarked
package dev.tidegate.operations.command;

import org.jspecify.annotations.NullMarked;
