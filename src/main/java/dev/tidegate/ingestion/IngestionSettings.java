package dev.tidegate.ingestion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of the door.
 *
 * @param messageSizeMax bytes of one message
 * @param uploadSizeMax bytes of a file that is cut at record borders, and of a request with many
 *     messages
 * @param chunkSize bytes of a piece of such a file, about
 * @param lineSizeMax bytes of one line of NDJSON
 * @param linesMax messages of one request
 * @param bodyTimeout in which the body of a message must have come
 * @param uploadTimeout in which the body of a file or of many messages must have come
 * @param requestsMax requests of one tenant at a time
 * @param inFlightSizeMax bytes held for all requests at a time
 * @param tenantInFlightSizeMax bytes held for the requests of one tenant at a time
 * @param inflationRatioMax how many times larger than its compressed form a body may be
 * @param expressRate messages a second of one tenant that go express
 * @param expressBurst messages that may come at once within that rate
 * @param expressBacklogMax pending messages of a tenant above which new ones go to the surge lane
 * @param surgeBacklogMax pending messages of a tenant above which new ones are refused
 * @param ackTimeout how long the log may take to acknowledge
 */
@ConfigurationProperties("tidegate.ingestion")
public record IngestionSettings(
        @DefaultValue("8MB") DataSize messageSizeMax,
        @DefaultValue("256MB") DataSize uploadSizeMax,
        @DefaultValue("1MB") DataSize chunkSize,
        @DefaultValue("1MB") DataSize lineSizeMax,
        @DefaultValue("500000") int linesMax,
        @DefaultValue("60s") Duration bodyTimeout,
        @DefaultValue("10m") Duration uploadTimeout,
        @DefaultValue("256") int requestsMax,
        @DefaultValue("128MB") DataSize inFlightSizeMax,
        @DefaultValue("64MB") DataSize tenantInFlightSizeMax,
        @DefaultValue("100") int inflationRatioMax,
        @DefaultValue("50000") long expressRate,
        @DefaultValue("100000") long expressBurst,
        @DefaultValue("200000") long expressBacklogMax,
        @DefaultValue("2000000") long surgeBacklogMax,
        @DefaultValue("15s") Duration ackTimeout) {

    public IngestionSettings {
        atMost("chunk-size", chunkSize, "message-size-max", messageSizeMax);
        atMost("line-size-max", lineSizeMax, "message-size-max", messageSizeMax);
        atMost("message-size-max", messageSizeMax, "upload-size-max", uploadSizeMax);
        atMost(
                "message-size-max",
                messageSizeMax,
                "tenant-in-flight-size-max",
                tenantInFlightSizeMax);
        atMost(
                "tenant-in-flight-size-max",
                tenantInFlightSizeMax,
                "in-flight-size-max",
                inFlightSizeMax);
        if (expressRate < 1 || expressBurst < 1 || linesMax < 1 || requestsMax < 1) {
            throw new IllegalArgumentException(
                    "tidegate.ingestion.express-rate, express-burst, lines-max and requests-max"
                            + " must be at least 1");
        }
        if (expressBacklogMax > surgeBacklogMax) {
            throw new IllegalArgumentException(
                    "tidegate.ingestion.express-backlog-max must not exceed surge-backlog-max");
        }
    }

    private static void atMost(String name, DataSize value, String otherName, DataSize other) {
        if (value.toBytes() < 1 || value.compareTo(other) > 0) {
            throw new IllegalArgumentException(
                    "tidegate.ingestion.%s (%s) must be between 1B and tidegate.ingestion.%s (%s)"
                            .formatted(name, value, otherName, other));
        }
    }
}
