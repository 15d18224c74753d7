package dev.tidegate.console.docs;

import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Names of headings as fragments of an address, as GitHub makes them. */
final class Headings {
    private Headings() {}

    static String slug(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** Whether a heading of the page has just this fragment. */
    static boolean has(String markdown, String slug) {
        return markdown.lines()
                .filter(line -> line.startsWith("#"))
                .anyMatch(line -> slug(line.replaceFirst("^#+", "")).equals(slug));
    }

    static String textOf(Node node) {
        var text = new StringBuilder();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text part) {
                        text.append(part.getLiteral());
                    }

                    @Override
                    public void visit(Code part) {
                        text.append(part.getLiteral());
                    }
                });
        return text.toString();
    }
}
