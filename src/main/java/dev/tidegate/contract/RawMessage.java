package dev.tidegate.contract;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as it stands in the log: the bytes as they came, and what was known at the door.
 *
 * @param preamble bytes to be read before {@code bytes}; empty but for a chunk of a larger file
 * @param recordsBefore records of the file that stand before this chunk; 0 for a whole message
 * @param acceptedAt the log's append time
 */
public record RawMessage(
        RawAddress address,
        TenantId tenant,
        SourceId source,
        String contentType,
        Optional<String> messageId,
        byte[] bytes,
        byte[] preamble,
        long recordsBefore,
        Instant acceptedAt) {}
