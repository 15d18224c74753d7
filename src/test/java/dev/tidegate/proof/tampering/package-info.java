/**
 * The shipped program made wrong on purpose, from the test's class path only: what a checker can't
 * catch it doesn't prove.
 */
@NullMarked
package dev.tidegate.proof.tampering;

import org.jspecify.annotations.NullMarked;
