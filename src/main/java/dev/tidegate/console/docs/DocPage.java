package dev.tidegate.console.docs;

/**
 * One page of the documentation, as written.
 *
 * @param path below {@code docs/} without its ending; a folder's README has the folder's path
 * @param folder where its file stands, which its relative links start from
 * @param title its first heading
 */
record DocPage(String path, String folder, String title, String markdown) {

    String url() {
        return path.isEmpty() ? "/docs" : "/docs/" + path;
    }

    /** {@code tutorials/first.md}: folder and name give path and place. */
    static DocPage of(String file, String markdown) {
        String stem = file.substring(0, file.length() - ".md".length());
        int slash = stem.lastIndexOf('/');
        String folder = slash < 0 ? "" : stem.substring(0, slash);
        boolean readme = stem.substring(slash + 1).equals("README");
        return new DocPage(readme ? folder : stem, folder, title(stem, markdown), markdown);
    }

    private static String title(String stem, String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .map(line -> line.substring(2).replace("`", "").strip())
                .orElse(stem);
    }
}
