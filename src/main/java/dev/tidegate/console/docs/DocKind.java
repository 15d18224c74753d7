package dev.tidegate.console.docs;

/** The four kinds of documentation (diataxis.fr), and the decisions behind the design. */
enum DocKind {
    TUTORIAL("Tutorials", "tutorials", "Learn by doing it once."),
    HOW_TO("How-to guides", "how-to", "Steps toward one aim."),
    REFERENCE("Reference", "reference", "What there is, whole and exact."),
    EXPLANATION("Explanation", "explanation", "How it works, and why."),
    DECISION("Decisions", "adr", "What was decided, why, and what it costs."),
    /** Reached from an answer that says no; too many for the navigation. */
    PROBLEM("Problems", "problems", ""),
    /** Beside the folders. */
    MORE("More", "", "");

    private final String title;
    private final String folder;
    private final String purpose;

    DocKind(String title, String folder, String purpose) {
        this.title = title;
        this.folder = folder;
        this.purpose = purpose;
    }

    String purpose() {
        return purpose;
    }

    String title() {
        return title;
    }

    static DocKind of(DocPage page) {
        for (DocKind kind : values()) {
            if (page.path().equals(kind.folder) || page.path().startsWith(kind.folder + "/")) {
                return kind;
            }
        }
        return MORE;
    }
}
