package dev.tidegate;

import dev.tidegate.console.ConsoleApi;
import dev.tidegate.governance.GovernanceAccounting;
import dev.tidegate.governance.GovernanceApi;
import dev.tidegate.governance.GovernanceDemo;
import dev.tidegate.governance.GovernanceSources;
import dev.tidegate.governance.GovernanceTally;
import dev.tidegate.governance.registry.SchemaRegistry;
import dev.tidegate.ingestion.IngestionApi;
import dev.tidegate.operations.OperationsApi;
import dev.tidegate.operations.OperationsWorkers;
import dev.tidegate.processing.ProcessingApi;
import dev.tidegate.processing.ProcessingWorkers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The deployment on one page: what a process does is the set of its roles, and a process holds no
 * bean of another. Adding a role is one line here.
 */
public enum Role {
    /** HTTP of every layer, the console, the token issuer. */
    API(
            GovernanceApi.class,
            GovernanceSources.class,
            GovernanceAccounting.class,
            GovernanceDemo.class,
            SchemaRegistry.class,
            ProcessingApi.class,
            IngestionApi.class,
            OperationsApi.class,
            ConsoleApi.class),
    /** Raw bytes to canonical events or dead letters. */
    PROCESS(GovernanceSources.class, ProcessingWorkers.class),
    /** Canonical events to orders, stock and shipments; facts out. */
    OPERATE(OperationsWorkers.class),
    /** Counts what was accepted, independently of who accepted it. */
    GOVERN(GovernanceTally.class);

    private final List<Class<?>> configurations;

    Role(Class<?>... configurations) {
        this.configurations = List.of(configurations);
    }

    /** Configuration classes, one for each layer that takes part in this role. */
    List<Class<?>> configurations() {
        return configurations;
    }

    /**
     * @param names comma-separated, such as {@code process,operate}; {@code all} for every role
     * @throws IllegalArgumentException naming the roles there are
     */
    public static Set<Role> parse(String names) {
        var roles = EnumSet.noneOf(Role.class);
        for (String name : names.split(",")) {
            if (name.strip().equals("all")) {
                return EnumSet.allOf(Role.class);
            }
            roles.add(named(name.strip()));
        }
        return roles;
    }

    static Set<Class<?>> configurations(Set<Role> roles) {
        var all = new LinkedHashSet<Class<?>>();
        roles.forEach(role -> all.addAll(role.configurations()));
        return all;
    }

    private static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no role '" + name + "'; there are all, " + labels()));
    }

    private static String labels() {
        return String.join(", ", Arrays.stream(values()).map(Role::label).toList());
    }

    /** As written on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
