package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the mapping of a folder makes of its sample, held against its golden case. */
@Command(
        name = "check",
        header = "Read the sample with the mapping; keep or compare the golden case.",
        footer = {
            "  ./tidegate onboard check acme-orders",
            "  ./tidegate onboard check acme-orders --accept   what it makes now is right",
            "Exit code 1 when an entry would be dead, or differs from the golden case."
        })
final class OnboardCheck implements Callable<Integer> {
    private static final int DIFFERENCES_MAX = 20;
    private static final Table LINT = Table.of("line", "severity", "message", "instead");
    private static final Table EVENTS = Table.of("ref", "type", "key", "says");

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "DIR", description = "A folder that onboard draft wrote.")
    private Path folder = Path.of("");

    @Option(names = "--accept", description = "Take what the mapping makes now as the golden case.")
    private boolean accept;

    OnboardCheck(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var checked = of(Api.of(root, tenant.name), OnboardingFolder.existing(folder), accept);
        root.screen().print(checked.json(), checked.text());
        return checked.passed() ? Exit.OK : Exit.FAILED;
    }

    /**
     * What a check found.
     *
     * @param told by the API: events, and what the linter says
     * @param alive whether there is no dead letter and no error of the linter
     * @param kept whether it is the golden case from now on
     * @param differences from the golden case
     */
    record Checked(
            OnboardingFolder folder,
            JsonNode told,
            boolean alive,
            boolean kept,
            List<String> differences) {
        boolean passed() {
            return alive && differences.isEmpty();
        }

        JsonNode json() {
            var told = JsonNodeFactory.instance.objectNode();
            told.put("passed", passed());
            told.set("events", this.told.path("events"));
            told.set("lint", this.told.path("lint"));
            var all = told.putArray("differences");
            differences.forEach(all::add);
            return told;
        }

        String text() {
            var text = new StringBuilder(EVENTS.text(rows()));
            if (!told.path("lint").isEmpty()) {
                text.append("%n%n".formatted()).append(LINT.text(told.path("lint")));
            }
            for (var difference : differences) {
                text.append("%n%s".formatted(difference));
            }
            text.append("%n%n".formatted()).append(verdict());
            return text.toString();
        }

        private String verdict() {
            if (!alive) {
                return "Not yet: mend " + folder.mappingFile() + ", then check again.";
            }
            if (!differences.isEmpty()) {
                return "It differs from the golden case: mend the mapping, or say --accept.";
            }
            return kept
                    ? "Kept as the golden case: " + folder.goldenFile() + ". Look at it once."
                    : "As the golden case says.";
        }

        private List<JsonNode> rows() {
            var rows = new ArrayList<JsonNode>();
            for (var event : told.path("events")) {
                var row = JsonNodeFactory.instance.objectNode();
                row.set("ref", event.path("ref"));
                row.set("type", event.path("type"));
                row.set("key", event.path("key"));
                row.put("says", says(event));
                rows.add(row);
            }
            return rows;
        }

        private static String says(JsonNode event) {
            var body = event.path("body");
            return body.has("code")
                    ? "%s at %s: %s"
                            .formatted(
                                    body.path("code").asString(),
                                    body.path("place").asString(),
                                    body.path("reason").asString())
                    : body.has("lines") ? body.path("lines").size() + " lines" : "-";
        }
    }

    /** A first check that passes keeps what it found. */
    static Checked of(Api api, OnboardingFolder folder, boolean accept) {
        var told = api.post("/v1/mappings/trials", folder.trial());
        var events = told.path("events");
        boolean alive = told.path("passed").asBoolean();
        boolean keeps = alive && (accept || !folder.hasGolden());
        if (keeps) {
            folder.keepGolden(events);
        }
        var differences =
                keeps || !folder.hasGolden()
                        ? List.<String>of()
                        : Differences.between(folder.golden(), events, DIFFERENCES_MAX);
        return new Checked(folder, told, alive, keeps, differences);
    }
}
