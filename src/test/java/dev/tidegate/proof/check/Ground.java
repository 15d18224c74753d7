package dev.tidegate.proof.check;

import dev.tidegate.proof.outside.Door;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the checker looks.
 *
 * @param database the owner's view, with the walls open for the named tenants
 * @param doors by tenant: the tenants that are judged
 */
public record Ground(
        String bootstrapServers,
        String topicPrefix,
        Function<List<String>, JdbcClient> database,
        Map<String, Door> doors) {}
