package dev.tidegate.console.frame;

/**
 * A script or style sheet as a page names it.
 *
 * @param url changes with the content, so that it may be cached for ever
 * @param integrity for subresource integrity: {@code sha384-...}
 */
public record Asset(String url, String integrity) {}
