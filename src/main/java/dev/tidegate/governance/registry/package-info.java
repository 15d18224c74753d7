/**
 * A schema registry for each tenant that speaks the REST API of Confluent's, so that Kafka clients
 * made for that one work here.
 */
@NullMarked
package dev.tidegate.governance.registry;

import org.jspecify.annotations.NullMarked;
