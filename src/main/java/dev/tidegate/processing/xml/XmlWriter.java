package dev.tidegate.processing.xml;

import dev.tidegate.processing.document.DocumentWriter;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Unwritable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * XML 1.0 in UTF-8, as {@link XmlAdapter} reads it: {@code root} is the document's element, {@code
 * namespace} its namespace, {@code xpath} the elements around it where there are any ({@code
 * /ORDERS05/IDOC}), {@code envelope} what stands beside it there. Elements stand in the order of
 * the tree; which namespace each is in tells the table {@code xml/vocabularies.txt}. Several
 * documents need elements around them, the same for all.
 */
public final class XmlWriter implements DocumentWriter {
    private final Vocabulary table = Vocabulary.TABLE;
    private final int depthMax;

    /**
     * @param depthMax levels of nesting
     */
    public XmlWriter(int depthMax) {
        this.depthMax = depthMax;
    }

    @Override
    public String contentType() {
        return "application/xml";
    }

    @Override
    public byte[] write(List<Outgoing> documents, int sizeMax) {
        var out = new Markup(sizeMax);
        var around = around(documents.getFirst());
        if (documents.size() > 1 && around.isEmpty()) {
            throw Unwritable.variable("xpath", "Several documents need an element around them.");
        }
        String namespace = begin(out, around, documents.getFirst());
        for (int i = 0; i < documents.size(); i++) {
            try {
                if (!around(documents.get(i)).equals(around)) {
                    throw Unwritable.variable("xpath", "It stands elsewhere than the first one.");
                }
                document(out, documents.get(i), namespace);
            } catch (Unwritable e) {
                throw e.of(i);
            }
        }
        around.reversed().forEach(out::end);
        return out.bytes();
    }

    /** The elements around a document, from the outermost. */
    private static List<String> around(Outgoing document) {
        String xpath = document.text("xpath", "");
        if (xpath.isEmpty()) {
            return List.of();
        }
        var steps = Arrays.stream(xpath.split("/")).map(step -> step.replaceFirst("\\[.*", ""));
        var names = steps.filter(step -> !step.isEmpty()).toList();
        names.stream()
                .filter(name -> !Markup.isName(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw Unwritable.variable("xpath", "\"" + name + "\" is no name.");
                        });
        return names.isEmpty() ? List.of() : names.subList(0, names.size() - 1);
    }

    /** The namespace that holds where the documents stand. */
    private String begin(Markup out, List<String> around, Outgoing first) {
        String namespace = "";
        for (String name : around) {
            out.begin(name);
            String own = table.outers().getOrDefault(name, namespace);
            if (!own.equals(namespace)) {
                out.attribute("xmlns", own);
                namespace = own;
            }
            if (name.equals(around.getLast())) {
                envelope(out, first);
            } else {
                out.children();
            }
        }
        return namespace;
    }

    private void envelope(Markup out, Outgoing first) {
        if (!(first.variables().get("envelope") instanceof Map<?, ?> members)) {
            out.children();
            return;
        }
        new Elements(out, new Vocabulary.Rule("", "own", "own"), table.foreign(), depthMax)
                .inEnvelope(members);
    }

    private void document(Markup out, Outgoing document, String inherited) {
        String root = document.text("root", "");
        if (!Markup.isName(root)) {
            throw Unwritable.variable("root", "It tells no name of an element.");
        }
        String namespace = document.text("namespace", "");
        var rule = table.rule(namespace);
        boolean prefixed = rule.isUnqualified() && !namespace.isEmpty();
        String name = prefixed ? "doc:" + root : root;
        out.begin(name);
        if (prefixed) {
            out.attribute("xmlns:doc", namespace);
        } else if (!namespace.equals(inherited)) {
            out.attribute("xmlns", namespace);
        }
        table.prefixes(rule).forEach((prefix, uri) -> out.attribute("xmlns:" + prefix, uri));
        new Elements(out, rule, table.foreign(), depthMax).document(name, document.tree());
    }
}
