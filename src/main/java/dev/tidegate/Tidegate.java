package dev.tidegate;

import dev.tidegate.cli.Cli;
import dev.tidegate.cli.Deployment;
import dev.tidegate.platform.sql.ForeignSchema;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program: {@code ./tidegate <command>}. Spring is loaded by the command {@code serve} only.
 */
public final class Tidegate {
    private Tidegate() {}

    public static void main(String... arguments) {
        System.exit(Cli.run(deployment(), arguments));
    }

    public static Deployment deployment() {
        return new Roles();
    }

    /** Loads a role or Spring only when a command asks for one. */
    private static final class Roles implements Deployment {
        @Override
        public List<String> roles(String names) {
            return Role.parse(names).stream().map(Role::label).toList();
        }

        @Override
        public ConfigurableApplicationContext serve(
                List<String> roles, Map<String, String> settings) {
            try {
                return Server.serve(EnumSet.copyOf(Role.parse(String.join(",", roles))), settings);
            } catch (RuntimeException failure) {
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    if (cause instanceof ForeignSchema foreign) {
                        throw new OtherBuild(String.valueOf(foreign.getMessage()), foreign);
                    }
                }
                throw failure;
            }
        }
    }
}
