package dev.tidegate.console.docs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown (CommonMark with GitHub's tables) as safe HTML: markup in the source is shown, not
 * obeyed, addresses other than http, https and mailto are dropped, and links between files become
 * links between pages.
 */
final class Markdown {
    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .attributeProviderFactory(context -> Markdown::attributes)
                    .build();

    String html(DocPage page) {
        Node document = parser.parse(page.markdown());
        document.accept(new Rewriting(page.folder()));
        return renderer.render(document)
                .replace("<table>", "<div class=\"table-region\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>");
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading && heading.getLastChild() instanceof Link anchor) {
            attributes.put("id", anchor.getDestination().substring(1));
        } else if (node instanceof Link link && "anchor".equals(link.getTitle())) {
            attributes.remove("title");
            attributes.put("class", "anchor");
            attributes.put("aria-label", "Link to this heading");
        } else if (tag.equals("pre")) {
            attributes.put("tabindex", "0"); // it may scroll, and keys must reach it
        } else if (node instanceof Image) {
            attributes.put("loading", "lazy");
        }
    }

    /** Headings get an anchor each; addresses become those of the program; comments go. */
    private static final class Rewriting extends AbstractVisitor {
        private final String folder;
        private final Map<String, Integer> slugs = new HashMap<>();

        Rewriting(String folder) {
            this.folder = folder;
        }

        @Override
        public void visit(Heading heading) {
            visitChildren(heading);
            String slug = Headings.slug(Headings.textOf(heading));
            int met = slugs.merge(slug, 1, Integer::sum);
            var anchor = new Link("#" + (met == 1 ? slug : slug + "-" + (met - 1)), "anchor");
            anchor.appendChild(new Text("#"));
            heading.appendChild(anchor);
        }

        @Override
        public void visit(HtmlBlock block) {
            if (block.getLiteral().startsWith("<!--")) {
                block.unlink();
            }
        }

        @Override
        public void visit(Image image) {
            image.setDestination(DocLinks.resolve(folder, image.getDestination()));
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            link.setDestination(DocLinks.resolve(folder, link.getDestination()));
        }
    }
}
