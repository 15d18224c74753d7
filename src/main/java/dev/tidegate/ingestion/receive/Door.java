package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.FrontDoor;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.ingestion.IngestionSettings;
import dev.tidegate.ingestion.append.Appender;
import dev.tidegate.ingestion.append.Envelope;
import dev.tidegate.ingestion.append.LogUnavailable;
import dev.tidegate.ingestion.append.Sending;
import dev.tidegate.ingestion.append.Sha256;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Trace;
import java.time.Instant;
import java.util.Optional;

/** The door for the program's own parts: the same log, the same headers, always express. */
public final class Door implements FrontDoor {
    private static final byte[] NOTHING = new byte[0];

    private final Appender appender;
    private final DoorMetrics metrics;
    private final long messageSizeMax;

    public Door(Appender appender, DoorMetrics metrics, IngestionSettings settings) {
        this.appender = appender;
        this.metrics = metrics;
        this.messageSizeMax = settings.messageSizeMax().toBytes();
    }

    @Override
    public RawMessage append(
            TenantId tenant,
            SourceId source,
            String contentType,
            Optional<String> messageId,
            String principal,
            byte[] bytes) {
        if (bytes.length == 0 || bytes.length > messageSizeMax) {
            throw new IllegalArgumentException("a message of " + bytes.length + " bytes");
        }
        var sending =
                new Sending(
                        tenant,
                        source,
                        contentType,
                        messageId,
                        Optional.empty(),
                        principal,
                        Trace.current());
        try {
            var at =
                    appender.one(
                            new Envelope(sending),
                            messageId,
                            Lane.EXPRESS,
                            bytes,
                            new Sha256().hex(bytes));
            metrics.accepted(Lane.EXPRESS, 1, bytes.length);
            return new RawMessage(
                    new RawAddress(Lane.EXPRESS, at.partition(), at.offset()),
                    tenant,
                    source,
                    contentType,
                    messageId,
                    bytes,
                    NOTHING,
                    0,
                    Instant.ofEpochMilli(at.timestamp()));
        } catch (LogUnavailable e) {
            throw ReceiveProblems.logUnavailable().asException();
        }
    }
}
