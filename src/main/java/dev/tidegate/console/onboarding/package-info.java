/**
 * From a partner's sample to a source: guesses beside the columns, holes, what would come of it.
 */
@NullMarked
package dev.tidegate.console.onboarding;

import org.jspecify.annotations.NullMarked;
