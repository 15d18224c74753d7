package dev.tidegate.cli;

import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The server as the command line needs it; how it is put together is none of its business. */
public interface Deployment {
    /** The database was laid out by another build than this. */
    final class OtherBuild extends RuntimeException {
        private static final long serialVersionUID = 1;

        public OtherBuild(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param names comma-separated, or {@code all}
     * @return the labels of the roles
     * @throws IllegalArgumentException naming the roles there are
     */
    List<String> roles(String names);

    /**
     * Starts a server with these roles in this process.
     *
     * @throws OtherBuild when the database is another build's
     */
    ConfigurableApplicationContext serve(List<String> roles, Map<String, String> settings);
}
