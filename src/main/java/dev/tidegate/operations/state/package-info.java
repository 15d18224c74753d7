/** What the business state is, in one number: to compare a replay with what it replays. */
@NullMarked
package dev.tidegate.operations.state;

import org.jspecify.annotations.NullMarked;
