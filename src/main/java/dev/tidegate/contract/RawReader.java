package dev.tidegate.contract;

import dev.tidegate.platform.TenantId;
import java.util.Optional;

/** Reads bytes back from the log by their address: receipts, traces, dry runs. */
public interface RawReader {
    /**
     * A message with what the door wrote beside it.
     *
     * @param sha256 of the bytes, lower-case hexadecimal
     * @param principal who sent it
     * @param trace empty where none was told
     */
    record Kept(RawMessage message, String sha256, String principal, String trace) {}

    /**
     * Empty when nothing stands there or it is another tenant's; the two can't be told apart.
     *
     * @throws IllegalStateException when the log doesn't answer in time
     */
    Optional<Kept> find(TenantId tenant, RawAddress address);
}
