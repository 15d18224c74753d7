package dev.tidegate.operations.journal;

import dev.tidegate.platform.log.FencedException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells the data's own failures from those of the environment. An event is parked only for its own;
 * anything else (a lost connection, a full disk, a deadlock, a schema that is not migrated yet, a
 * standby) is waited out, since parking would park the world.
 */
final class Faults {
    /**
     * SQLSTATE classes that an event can bring about by what it says, see PostgreSQL appendix A.
     */
    private static final Set<String> OF_THE_DATA =
            Set.of(
                    "21", // cardinality violation
                    "22", // data exception
                    "23", // integrity constraint violation
                    "54", // program limit exceeded
                    "P0"); // raised by a function

    private Faults() {}

    static boolean ofTheEnvironment(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                return state == null
                        || state.length() < 2
                        || !OF_THE_DATA.contains(state.substring(0, 2));
            }
        }
        return failure instanceof FencedException
                || failure instanceof DataAccessException
                || failure instanceof TransactionException;
    }
}
