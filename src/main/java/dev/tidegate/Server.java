package dev.tidegate;

import dev.tidegate.contract.ContractBase;
import dev.tidegate.platform.PlatformBase;
import dev.tidegate.platform.settings.KnownSettings;
import dev.tidegate.platform.web.WebBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts one process with the roles it was given. */
public final class Server {
    private Server() {}

    /**
     * @param roles what this process does
     * @param properties settings, by their full names; they win over files and variables
     * @throws IllegalStateException when a setting is unknown, or the database's role could pass
     *     the tenant walls
     */
    public static ConfigurableApplicationContext serve(
            Set<Role> roles, Map<String, String> properties) {
        var sources = new LinkedHashSet<Class<?>>();
        sources.add(BootParts.class);
        sources.add(PlatformBase.class);
        sources.add(ContractBase.class);
        sources.add(WebBase.class);
        sources.addAll(Role.configurations(roles));
        var application = new SpringApplication(sources.toArray(Class<?>[]::new));
        // a view and no copy: some values may be known later, and are waited for when asked for
        var settings = Collections.<String, Object>unmodifiableMap(properties);
        var labels = String.join(",", roles.stream().map(Role::label).toList());
        application.setDefaultProperties(Map.of());
        application.addInitializers(
                context -> {
                    var named = context.getEnvironment().getPropertySources();
                    named.addFirst(new MapPropertySource("command line", settings));
                    named.addFirst(
                            new MapPropertySource("roles", Map.of("tidegate.roles", labels)));
                    knownSettings().refuseUnknown(context.getEnvironment());
                });
        return application.run();
    }

    /** Of every role, not only of those that run here: one file may configure many processes. */
    static KnownSettings knownSettings() {
        var configurations = new ArrayList<Class<?>>();
        configurations.add(PlatformBase.class);
        configurations.add(ContractBase.class);
        configurations.add(WebBase.class);
        configurations.addAll(Role.configurations(EnumSet.allOf(Role.class)));
        return new KnownSettings(KnownSettings.recordsOf(configurations));
    }
}
