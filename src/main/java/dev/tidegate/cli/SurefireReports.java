package dev.tidegate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The XML reports that surefire writes, one a class. */
record SurefireReports(Path folder) {
    /** All classes together. */
    record Sum(int passed, int failed, int skipped, List<Failed> failures) {
        String line() {
            return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
        }
    }

    /** One test that failed, and why. */
    record Failed(String test, String message) {
        String words() {
            return test + "\n    " + message.strip().replace("\n", "\n    ");
        }
    }

    void clear() {
        Fresh.deleteTree(folder);
    }

    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("TEST-") && name.endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How one class went; empty while surefire is still writing it. */
    Optional<String> line(String name) {
        return read(name)
                .map(
                        suite ->
                                "%s: %s in %s s"
                                        .formatted(
                                                suite.getAttribute("name"),
                                                sum(List.of(suite)).line(),
                                                suite.getAttribute("time")));
    }

    Sum sum() {
        return sum(names().stream().flatMap(name -> read(name).stream()).toList());
    }

    private static Sum sum(List<Element> suites) {
        int tests = 0;
        int skipped = 0;
        var failures = new ArrayList<Failed>();
        for (var suite : suites) {
            var cases = suite.getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                var one = (Element) cases.item(i);
                tests++;
                skipped += one.getElementsByTagName("skipped").getLength() > 0 ? 1 : 0;
                failed(one).ifPresent(failures::add);
            }
        }
        return new Sum(tests - skipped - failures.size(), failures.size(), skipped, failures);
    }

    private static Optional<Failed> failed(Element one) {
        for (var kind : List.of("failure", "error")) {
            var found = one.getElementsByTagName(kind);
            if (found.getLength() > 0) {
                var failure = (Element) found.item(0);
                var message = failure.getAttribute("message");
                return Optional.of(
                        new Failed(
                                one.getAttribute("classname") + "." + one.getAttribute("name"),
                                message.isBlank() ? failure.getAttribute("type") : message));
            }
        }
        return Optional.empty();
    }

    /** Empty while surefire is still writing it. */
    private Optional<Element> read(String name) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(builder.parse(folder.resolve(name).toFile()).getDocumentElement());
        } catch (SAXException | IOException unfinished) {
            return Optional.empty();
        } catch (ParserConfigurationException never) {
            throw new AssertionError(never);
        }
    }
}
