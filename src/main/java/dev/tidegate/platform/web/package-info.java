/** HTTP as the layers use it: who calls, what an endpoint needs, problems (RFC 9457). */
@NullMarked
package dev.tidegate.platform.web;

import org.jspecify.annotations.NullMarked;
