package dev.tidegate.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Asks a server over its own protocol whether it is ready, and whether it is as it has to be. */
record PostgresProbe(String jdbcUrl, String user, String password) {
    private static final String DURABLE =
            """
            select current_setting('fsync') = 'on'
               and current_setting('full_page_writes') = 'on'
               and current_setting('synchronous_commit') = 'on'
            """;

    private static final String BOUND =
            """
            select count(*) = 2 from pg_roles
             where rolname in ('tidegate_owner', 'tidegate_app')
               and not rolsuper and not rolbypassrls
            """;

    enum Answer {
        READY,
        SILENT
    }

    /**
     * Recovery, a full house and a closed port all count as silence: time changes them. A refused
     * password doesn't.
     */
    Answer answer() {
        try (var connection = connect()) {
            return connection.isValid(1) ? Answer.READY : Answer.SILENT;
        } catch (SQLException failure) {
            var state = String.valueOf(failure.getSQLState());
            if (state.startsWith("28")) {
                throw new EmbeddedFault(
                        "PostgreSQL refuses the password kept in the home's secrets folder."
                                + " Mend: restore that folder, or start anew with up --fresh",
                        failure);
            }
            return Answer.SILENT;
        }
    }

    /** Refuses a server that could lose a commit, and roles that policies don't bind. */
    void verify() {
        try (var connection = connect()) {
            require(
                    connection,
                    DURABLE,
                    "fsync, full_page_writes and synchronous_commit are not all on");
            require(
                    connection,
                    BOUND,
                    "a role of the program is superuser or bypasses row security");
        } catch (SQLException failure) {
            throw new EmbeddedFault("PostgreSQL can't be checked", failure);
        }
    }

    private static void require(Connection connection, String query, String otherwise)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next() || !rows.getBoolean(1)) {
                throw new EmbeddedFault(
                        otherwise
                                + ". Mend: remove it from postgres/custom.conf in the home folder");
            }
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "5");
        properties.setProperty("ApplicationName", "tidegate-launcher");
        return DriverManager.getConnection(jdbcUrl, properties);
    }
}
