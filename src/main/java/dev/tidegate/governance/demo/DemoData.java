package dev.tidegate.governance.demo;

import dev.tidegate.contract.FrontDoor;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The demo's messages, sent once through the same door as everybody's. Some are wrong on purpose,
 * as partners' messages are: what becomes of them is shown, not made up.
 */
public final class DemoData {
    private static final Logger log = LoggerFactory.getLogger(DemoData.class);
    private static final String CLAIM =
            "insert into governance.once (name) values ('demo.data') on conflict do nothing";
    private static final String PRINCIPAL = "demo";
    private static final Map<String, String> CONTENT_TYPES =
            Map.of(
                    "json", "application/json",
                    "csv", "text/csv",
                    "x12", "application/edi-x12",
                    "edifact", "application/edifact",
                    "idoc", "application/xml",
                    "ubl", "application/xml",
                    "cxml", "application/xml",
                    "gs1", "application/xml",
                    "epcis", "application/xml");

    private final Database database;
    private final FrontDoor door;

    public DemoData(Database database, FrontDoor door) {
        this.database = database;
        this.door = door;
    }

    /**
     * Sends all of it unless that has been done. The claim commits when all is durable: a crash
     * halfway sends it again, under the same message ids.
     *
     * @return how many messages were sent
     */
    public int sendOnce() {
        return database.unscoped(jdbc -> jdbc.sql(CLAIM).update() == 0 ? 0 : sendAll());
    }

    private int sendAll() {
        int sent = 0;
        for (TenantId tenant : DemoTenants.ALL) {
            for (Resource file : files(tenant)) {
                send(tenant, file);
                sent++;
            }
        }
        log.info("the demo's {} messages are sent", sent);
        return sent;
    }

    private void send(TenantId tenant, Resource file) {
        var name = Objects.requireNonNull(file.getFilename());
        var format = name.substring(name.lastIndexOf('.') + 1);
        try {
            door.append(
                    tenant,
                    new SourceId(format),
                    Objects.requireNonNull(CONTENT_TYPES.get(format)),
                    Optional.of("demo/" + name),
                    PRINCIPAL,
                    file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> files(TenantId tenant) {
        try {
            var found =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:demo/" + tenant + "/*.*");
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
