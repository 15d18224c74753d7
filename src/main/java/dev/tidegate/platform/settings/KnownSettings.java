package dev.tidegate.platform.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The names of all settings, read off the settings records; a misspelt one stops the start. */
public final class KnownSettings {
    private static final String PREFIX = "tidegate.";
    private static final Set<String> OF_THE_PROGRAM =
            Set.of("tidegate.home", "tidegate.roles", "tidegate.broker.lib", "tidegate.cache");

    private final Set<String> names = new TreeSet<>(OF_THE_PROGRAM);

    /**
     * @param records settings records, each with {@link ConfigurationProperties}
     */
    public KnownSettings(Collection<Class<?>> records) {
        for (Class<?> type : records) {
            addAll(type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
    }

    private void addAll(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            var name = prefix + "." + kebab(component.getName());
            if (component.getType().isRecord()) {
                addAll(name, component.getType());
            } else {
                names.add(name);
            }
        }
    }

    public Set<String> names() {
        return names;
    }

    /**
     * @throws IllegalStateException naming each unknown setting, where it stands and the nearest
     *     known name
     */
    public void refuseUnknown(ConfigurableEnvironment environment) {
        var unknown = new ArrayList<String>();
        for (var source : environment.getPropertySources()) {
            boolean variables =
                    source.getName()
                            .equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            if (!variables && source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    if (name.startsWith(PREFIX) && !known(name)) {
                        unknown.add(
                                name
                                        + " (in "
                                        + source.getName()
                                        + "); did you mean "
                                        + nearest(name)
                                        + "?");
                    }
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("unknown settings: " + String.join("; ", unknown));
        }
    }

    private boolean known(String name) {
        var plain = name.replaceAll("\\[.*", "");
        return names.contains(plain)
                || names.stream().anyMatch(known -> squeezed(known).equals(squeezed(plain)))
                || names.stream().anyMatch(known -> plain.startsWith(known + "."));
    }

    private String nearest(String name) {
        return names.stream()
                .min((a, b) -> Integer.compare(distance(a, name), distance(b, name)))
                .orElse("nothing");
    }

    private static String squeezed(String name) {
        return name.replace("-", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    /** Settings records named by the given configuration classes and by those they import. */
    public static List<Class<?>> recordsOf(Collection<Class<?>> configurations) {
        var records = new LinkedHashSet<Class<?>>();
        var met = new LinkedHashSet<Class<?>>();
        configurations.forEach(configuration -> collect(configuration, met, records));
        return List.copyOf(records);
    }

    private static void collect(Class<?> configuration, Set<Class<?>> met, Set<Class<?>> records) {
        if (!met.add(configuration)) {
            return;
        }
        var enabled = configuration.getAnnotation(EnableConfigurationProperties.class);
        if (enabled != null) {
            records.addAll(List.of(enabled.value()));
        }
        var imports = configuration.getAnnotation(Import.class);
        if (imports != null) {
            List.of(imports.value()).forEach(imported -> collect(imported, met, records));
        }
    }
}
