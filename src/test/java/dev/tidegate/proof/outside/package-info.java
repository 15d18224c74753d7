/**
 * The world outside: what partners send, and what they were promised. It knows the public contract
 * (HTTP, the documented JSON template) and shares no code with the program.
 */
@NullMarked
package dev.tidegate.proof.outside;

import org.jspecify.annotations.NullMarked;
