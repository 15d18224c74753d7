/**
 * A draft mapping from one sample: what its columns are called and what they hold leads to guesses,
 * each with its reason; what can't be guessed stays a hole that fails loudly.
 */
@NullMarked
@NamedInterface("suggestion")
package dev.tidegate.processing.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
