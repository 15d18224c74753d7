/** HTTP as the layers use it: who calls, what an endpoint needs, problems (RFC 9457), pages. */
@NullMarked
package dev.tidegate.platform.web;

import org.jspecify.annotations.NullMarked;
