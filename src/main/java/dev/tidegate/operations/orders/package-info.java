/** Orders as last told, what is still due of them, and the documents that speak of them. */
@NullMarked
@NamedInterface("orders")
package dev.tidegate.operations.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
