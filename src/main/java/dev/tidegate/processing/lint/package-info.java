/** What is unwise in a mapping's expression, found in its syntax tree before it runs. */
@NullMarked
package dev.tidegate.processing.lint;

import org.jspecify.annotations.NullMarked;
