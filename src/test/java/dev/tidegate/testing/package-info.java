/**
 * Real PostgreSQL and Kafka for tests: one pair a build, a database and topics of its own a class.
 */
@NullMarked
package dev.tidegate.testing;

import org.jspecify.annotations.NullMarked;
