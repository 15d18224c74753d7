package dev.tidegate.console.mappings;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pill;
import dev.tidegate.governance.source.MappingRevision;
import dev.tidegate.governance.source.Mappings;
import dev.tidegate.platform.web.Page;

/** The tenant's mappings, by name. */
public record MappingsPage(Asked asked, Page<Mappings.Summary> mappings) {
    public static String newest(Mappings.Summary mapping) {
        return mapping.newest() == null ? "" : mapping.name() + "@" + mapping.newest();
    }

    public static Pill state(MappingRevision version) {
        return switch (version.state()) {
            case DRAFT -> new Pill("draft", "warn", "open");
            case PUBLISHED -> new Pill("published", "good", "applied");
        };
    }
}
