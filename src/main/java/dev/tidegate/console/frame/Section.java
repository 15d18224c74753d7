package dev.tidegate.console.frame;

/** The console's sections, in the order of the navigation. The key follows {@code g}. */
public enum Section {
    OVERVIEW("Overview", "/console/overview", "o"),
    EVENTS("Events", "/console/events", "e"),
    ORDERS("Orders", "/console/orders", "r"),
    STOCK("Stock", "/console/stock", "s"),
    SHIPMENTS("Shipments", "/console/shipments", "h"),
    DEAD_LETTERS("Dead letters", "/console/dead-letters", "d"),
    ONBOARDING("Onboard", "/console/onboarding", "n"),
    SOURCES("Sources", "/console/sources", "u"),
    MAPPINGS("Mappings", "/console/mappings", "p"),
    SCHEMAS("Schemas", "/console/schemas", "c"),
    DOCS("Documentation", "/docs", "m");

    private final String title;
    private final String path;
    private final String key;

    Section(String title, String path, String key) {
        this.title = title;
        this.path = path;
        this.key = key;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }

    public String key() {
        return key;
    }

    /** Name of its icon in {@code part/icon.jte}. */
    public String icon() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
