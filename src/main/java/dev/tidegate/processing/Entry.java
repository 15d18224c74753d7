package dev.tidegate.processing;

import dev.tidegate.contract.EventType;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;

/** An event that doesn't know yet how many siblings it has, and so not its index among them. */
record Entry(
        String ref,
        EventType type,
        String key,
        String orderingKey,
        UUID dedupe,
        UUID content,
        long version,
        List<String> findings,
        GenericRecord body) {}
