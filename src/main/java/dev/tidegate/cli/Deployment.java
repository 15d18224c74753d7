package dev.tidegate.cli;

import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The server as the command line needs it; how it is put together is none of its business. */
public interface Deployment {
    /**
     * @param names comma-separated, or {@code all}
     * @return the labels of the roles
     * @throws IllegalArgumentException naming the roles there are
     */
    List<String> roles(String names);

    /** Starts a server with these roles in this process. */
    ConfigurableApplicationContext serve(List<String> roles, Map<String, String> settings);
}
