package dev.tidegate.processing.xml;

import dev.tidegate.processing.document.Scalars;
import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.xml.Vocabulary.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One document's elements as they are written. */
final class Elements {
    private final Markup out;
    private final Rule rule;
    private final Set<String> foreign;
    private final int depthMax;
    private final List<Object> path = new ArrayList<>();

    Elements(Markup out, Rule rule, Set<String> foreign, int depthMax) {
        this.out = out;
        this.rule = rule;
        this.foreign = foreign;
        this.depthMax = depthMax;
    }

    /** The document's own element, whose tag is open; it may be one with a text alone. */
    void document(String name, Map<?, ?> tree) {
        content(name, tree);
    }

    /** What stands beside the documents; the tag of the element around both is open. */
    void inEnvelope(Map<?, ?> members) {
        try {
            attributes(members);
            out.children();
            children(members);
        } catch (Unwritable e) {
            throw Unwritable.variable("envelope", e.place() + ": " + e.reason());
        }
    }

    private void content(String name, Map<?, ?> members) {
        attributes(members);
        if (isText(members) || members.isEmpty()) {
            out.text(name, text(members.get(OpenElement.TEXT)));
            return;
        }
        out.children();
        children(members);
        out.end(name);
    }

    private void attributes(Map<?, ?> members) {
        members.forEach(
                (name, value) -> {
                    if (isAttribute(name) && value != null) {
                        path.addLast(name);
                        out.attribute(named(String.valueOf(name).substring(1)), text(value));
                        path.removeLast();
                    }
                });
    }

    private void children(Map<?, ?> members) {
        if (path.size() >= depthMax) {
            throw Unwritable.inTree(path, "It has more than " + depthMax + " levels.");
        }
        members.forEach(
                (name, value) -> {
                    path.addLast(name);
                    if (OpenElement.TEXT.equals(name)) {
                        out.mixed(text(value));
                    } else if (!isAttribute(name)) {
                        all(String.valueOf(name), value);
                    }
                    path.removeLast();
                });
    }

    private void all(String name, @Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            one(name, value);
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            path.addLast(i);
            one(name, list.get(i));
            path.removeLast();
        }
    }

    private void one(String local, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (foreign.contains(local)) {
            throw Unwritable.inTree(
                    path, "What it holds is of namespaces that the tree doesn't tell.");
        }
        boolean isText = !(value instanceof Map<?, ?> map) || isText(map);
        String name = rule.prefix(isText) + named(local);
        out.begin(name);
        if (value instanceof Map<?, ?> members) {
            content(name, members);
        } else {
            out.text(name, text(value));
        }
    }

    private String named(String name) {
        if (!Markup.isName(name)) {
            throw Unwritable.inTree(path, "\"" + name + "\" is no name of XML.");
        }
        return name;
    }

    private String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text =
                Scalars.text(value)
                        .orElseThrow(() -> Unwritable.inTree(path, "It is no text or number."));
        int at = Markup.firstForbidden(text);
        if (at >= 0) {
            throw Unwritable.inTree(
                    path,
                    "Character U+%04X at %d can't stand in XML."
                            .formatted(text.codePointAt(at), at + 1));
        }
        return text;
    }

    /** An object without members is an element that has others, though none is told. */
    private static boolean isText(Map<?, ?> members) {
        return !members.isEmpty()
                && members.keySet().stream()
                        .allMatch(name -> isAttribute(name) || OpenElement.TEXT.equals(name));
    }

    private static boolean isAttribute(Object name) {
        return String.valueOf(name).startsWith("@");
    }
}
