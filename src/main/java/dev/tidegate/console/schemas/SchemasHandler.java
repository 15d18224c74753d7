package dev.tidegate.console.schemas;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pages;
import dev.tidegate.console.frame.Section;
import dev.tidegate.governance.registry.RegistryDesk;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Scopes;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code /console/schemas}: what is registered, and how versions differ. */
@Controller
final class SchemasHandler {
    private static final int OFFSET_MAX = 1_000_000;

    private final RegistryDesk registry;
    private final Pages pages;

    SchemasHandler(RegistryDesk registry, Pages pages) {
        this.registry = registry;
        this.pages = pages;
    }

    @GetMapping("/console/schemas")
    @Needs(Scopes.MAPPINGS_READ)
    View list(Caller caller, @RequestParam Map<String, String> parameters) {
        var asked = new Asked(Section.SCHEMAS.path(), parameters);
        int offset =
                Cursor.parse(asked.cursor(), 1)
                        .map(at -> (int) Math.clamp(at.number(0), 0, OFFSET_MAX))
                        .orElse(0);
        var found =
                Page.of(
                        registry.subjects(caller.tenant(), offset, Asked.ROWS + 1),
                        Asked.ROWS,
                        _ -> Cursor.of((long) offset + Asked.ROWS));
        return pages.page("schemas/list", new SchemasPage(asked, found));
    }

    /** With its last two versions compared, where none are told. */
    @GetMapping("/console/schemas/subject")
    @Needs(Scopes.MAPPINGS_READ)
    View one(
            Caller caller,
            @RequestParam("subject") String subject,
            @RequestParam("from") Optional<Integer> from,
            @RequestParam("to") Optional<Integer> to) {
        return pages.page(
                "schemas/subject",
                new SubjectPage(registry.view(caller.tenant(), subject, from, to)));
    }
}
