package dev.tidegate.console.docs;

import java.util.List;

/**
 * What a page of the documentation shows.
 *
 * @param html safe: made by {@link Markdown}; empty where pages found are listed
 * @param query what was searched for; empty where nothing was
 * @param found pages that have it
 */
public record DocsPage(
        String title, String html, List<Group> groups, String query, List<Entry> found) {

    /** Pages of one kind. */
    public record Group(String title, String purpose, List<Entry> entries) {}

    /** A page in the navigation. */
    public record Entry(String title, String url, boolean current) {}
}
