package dev.tidegate.governance.drift;

import dev.tidegate.contract.RawAddress;
import dev.tidegate.governance.agreement.Kind;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * The same departure in some documents of one batch.
 *
 * @param contract version of the contract that was departed from
 * @param count documents
 * @param first acceptance of the earliest of their messages
 * @param examples the first few of them
 */
public record Sighting(
        Key key,
        boolean noted,
        int contract,
        String expected,
        String observed,
        long count,
        Instant first,
        Instant last,
        List<Example> examples) {

    /** What a finding is about: one is open at a time. */
    public record Key(TenantId tenant, SourceId source, String document, String path, Kind kind) {}

    /**
     * @param ref of the document in its message
     * @param place in the original
     */
    public record Example(RawAddress address, String ref, String place, String observed) {}
}
