/** Sign-in with a client's id and secret, and the session that comes of it. */
@NullMarked
package dev.tidegate.console.signin;

import org.jspecify.annotations.NullMarked;
