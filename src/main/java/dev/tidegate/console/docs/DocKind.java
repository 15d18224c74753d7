package dev.tidegate.console.docs;

/** The four kinds of documentation (diataxis.fr), and the decisions behind the design. */
enum DocKind {
    TUTORIAL("Tutorials", "tutorials"),
    HOW_TO("How-to guides", "how-to"),
    REFERENCE("Reference", "reference"),
    EXPLANATION("Explanation", "explanation"),
    DECISION("Decisions", "adr"),
    /** Reached from an answer that says no; too many for the navigation. */
    PROBLEM("Problems", "problems"),
    /** Beside the folders. */
    MORE("More", "");

    private final String title;
    private final String folder;

    DocKind(String title, String folder) {
        this.title = title;
        this.folder = folder;
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
