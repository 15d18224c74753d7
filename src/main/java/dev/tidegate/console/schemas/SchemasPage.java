package dev.tidegate.console.schemas;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.governance.registry.RegistryDesk;
import dev.tidegate.platform.web.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Subjects by name. */
public record SchemasPage(Asked asked, Page<RegistryDesk.Subject> subjects) {
    /** A subject may hold any character, so it is no part of the path. */
    public static String link(String subject) {
        return "/console/schemas/subject?subject="
                + URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }
}
