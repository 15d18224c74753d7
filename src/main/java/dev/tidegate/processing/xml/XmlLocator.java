package dev.tidegate.processing.xml;

import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.TextBytes;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Elements and attributes of XML in the bytes of their message, by XPaths of local names: of an
 * element without children its text, of others all from tag to tag, of an attribute what its quotes
 * hold. Only for a text that a parser has found well-formed, so it looks for the ends of things and
 * for nothing else.
 */
public final class XmlLocator implements Locator {
    private static final Pattern UNNUMBERED = Pattern.compile("(/[^/@\\[]+)(?=/|$)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=/]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private final TextBytes bytes;
    private final String text;
    private final Map<String, int[]> places = new HashMap<>();
    private final ArrayDeque<Open> open = new ArrayDeque<>();

    /** An element between its tags. */
    private static final class Open {
        final String xpath;
        final int begin;
        final int content;
        final Map<String, Integer> children = new HashMap<>();

        Open(String xpath, int begin, int content) {
            this.xpath = xpath;
            this.begin = begin;
            this.content = content;
        }
    }

    private XmlLocator(TextBytes bytes) {
        this.bytes = bytes;
        this.text = bytes.text();
        open.push(new Open("", 0, 0));
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            at = read(at);
        }
    }

    /**
     * @param encoding that the source tells; empty where it tells none
     */
    public static Locator of(byte[] bytes, Optional<String> encoding) {
        try {
            var decoded = Encodings.decode(bytes, encoding);
            return new XmlLocator(
                    new TextBytes(decoded.text(), bytes.length, decoded.from(), decoded.charset()));
        } catch (Refused e) {
            return Locator.NONE;
        }
    }

    /** What begins at {@code at}; the index behind it. */
    private int read(int at) {
        if (text.startsWith("<!--", at)) {
            return behind("-->", at);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return behind("]]>", at);
        }
        if (text.startsWith("<?", at)) {
            return behind("?>", at);
        }
        int end = endOfTag(at);
        if (text.startsWith("</", at)) {
            close(at, end);
        } else if (!text.startsWith("<!", at)) {
            begin(at, end);
        }
        return end;
    }

    private int behind(String mark, int at) {
        int end = text.indexOf(mark, at);
        return end < 0 ? text.length() : end + mark.length();
    }

    /** An attribute may hold the mark that ends a tag. */
    private int endOfTag(int at) {
        char quote = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return text.length();
    }

    private void begin(int at, int end) {
        int name = at + 1;
        while (name < end && " \t\r\n/>".indexOf(text.charAt(name)) < 0) {
            name++;
        }
        String local = local(text.substring(at + 1, name));
        var parent = open.getFirst();
        int position = parent.children.merge(local, 1, Integer::sum);
        var opened = new Open(parent.xpath + "/" + local + "[" + position + "]", at, end);
        attributes(opened, name, end);
        open.push(opened);
        if (text.charAt(end - 2) == '/') {
            close(end, end);
        }
    }

    private void attributes(Open element, int from, int end) {
        var attributes = ATTRIBUTE.matcher(text).region(from, end);
        while (attributes.find()) {
            int value = attributes.start(2) >= 0 ? 2 : 3;
            places.put(
                    element.xpath + "/@" + local(attributes.group(1)),
                    new int[] {attributes.start(value), attributes.end(value)});
        }
    }

    /**
     * @param at where the closing tag begins, {@code end} behind it
     */
    private void close(int at, int end) {
        if (open.size() > 1) {
            var closed = open.pop();
            places.put(
                    closed.xpath,
                    closed.children.isEmpty() && at >= closed.content
                            ? new int[] {closed.content, at}
                            : new int[] {closed.begin, end});
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public Optional<Stretch> at(Reading.Document document, List<Object> path) {
        return at(document.places().at(path));
    }

    /**
     * @param place an XPath, which may be followed by a line and column
     */
    public Optional<Stretch> at(String place) {
        String xpath = place.split(" ", 2)[0];
        var at = places.get(UNNUMBERED.matcher(xpath).replaceAll("$1[1]"));
        return Optional.ofNullable(at).map(found -> bytes.stretch(found[0], found[1]));
    }
}
