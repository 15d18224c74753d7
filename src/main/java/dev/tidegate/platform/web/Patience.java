package dev.tidegate.platform.web;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.time.Duration;
import org.springframework.dao.DataAccessException;

/**
 * Reads whose length a caller's filters decide: ended after a while, with advice, rather than left
 * to run beside the main path.
 */
public final class Patience {
    private static final String LIMIT = "select set_config('statement_timeout', ?, true)";
    private static final String CANCELLED = "57014";

    private final Database database;
    private final Duration readTimeout;

    public Patience(Database database, Duration readTimeout) {
        this.database = database;
        this.readTimeout = readTimeout;
    }

    /**
     * @throws ProblemException {@code query_too_broad} when it takes too long
     */
    public <T> T read(TenantId tenant, Database.Work<T> work) {
        try {
            return database.readTenant(
                    tenant,
                    jdbc -> {
                        jdbc.sql(LIMIT)
                                .param(String.valueOf(readTimeout.toMillis()))
                                .query(String.class)
                                .single();
                        return work.run(jdbc);
                    });
        } catch (DataAccessException e) {
            throw cancelled(e) ? tooBroad().asException() : e;
        }
    }

    private static boolean cancelled(Throwable thrown) {
        return thrown.getCause() instanceof java.sql.SQLException sql
                && CANCELLED.equals(sql.getSQLState());
    }

    private Problem tooBroad() {
        return Problem.of(
                422,
                "query_too_broad",
                "The filters leave too much to look through",
                "The answer was not found within " + readTimeout.toSeconds() + " s.",
                "Narrow it: name a key, or a span of time with from and to.");
    }
}
