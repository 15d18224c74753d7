/** Real messages of every format, sent through the front door and looked for behind it. */
@NullMarked
package dev.tidegate.proof.formats;

import org.jspecify.annotations.NullMarked;
