package dev.tidegate.console.docs;

import java.net.URI;

/** Links between files of the repository, as addresses of the program. */
final class DocLinks {
    private static final String BASE = "/docs/";

    private DocLinks() {}

    /**
     * @param folder of the page that has the link, below {@code docs/}
     * @return the page's address for a file below {@code docs/}; anything else as it is
     */
    static String resolve(String folder, String destination) {
        if (destination.isEmpty()
                || destination.startsWith("#")
                || destination.startsWith("/")
                || destination.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
            return destination;
        }
        int hash = destination.indexOf('#');
        String file = hash < 0 ? destination : destination.substring(0, hash);
        String fragment = hash < 0 ? "" : destination.substring(hash);
        var base = URI.create(BASE + (folder.isEmpty() ? "" : folder + "/"));
        String path = base.resolve(file).getPath();
        if (!path.startsWith(BASE)) {
            return destination; // outside docs/: it stays as written
        }
        return path.replaceFirst("(/README)?\\.md$", "") + fragment;
    }
}
