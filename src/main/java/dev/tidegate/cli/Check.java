package dev.tidegate.cli;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** One thing that was looked at; one that isn't well carries the line that mends it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Check(String name, boolean ok, String detail, String mend) {
    static Check ok(String name, String detail) {
        return new Check(name, true, detail, "");
    }

    static Check wrong(String name, String detail, String mend) {
        return new Check(name, false, detail, mend);
    }

    static boolean allOk(List<Check> checks) {
        return checks.stream().allMatch(Check::ok);
    }

    static String text(List<Check> checks) {
        return String.join("\n", checks.stream().map(Check::line).toList());
    }

    private String line() {
        var line = "%-5s %-12s %s".formatted(ok ? "ok" : "WRONG", name, detail);
        return ok ? line : line + "\n      mend: " + mend;
    }
}
