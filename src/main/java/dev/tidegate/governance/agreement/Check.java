package dev.tidegate.governance.agreement;

import dev.tidegate.platform.web.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a contract may be accepted: each field says what it means, and nothing is said that would
 * not be checked. The places are JSON pointers into the contract.
 */
public final class Check {
    private static final int DOCUMENTS_MAX = 50;
    private static final int FIELDS_MAX = 2_000;
    private static final int NAME_LENGTH_MAX = 64;

    private final List<Problem.Place> places = new ArrayList<>();

    private Check() {}

    /** What lacks or is wrong; empty when the contract may be accepted. */
    public static List<Problem.Place> places(List<DocumentType> documents) {
        var check = new Check();
        check.documents(documents);
        return List.copyOf(check.places);
    }

    private void documents(List<DocumentType> documents) {
        int fields = documents.stream().mapToInt(one -> one.fields().size()).sum();
        if (documents.isEmpty() || documents.size() > DOCUMENTS_MAX || fields > FIELDS_MAX) {
            wrong(
                    "/documents",
                    "a contract has 1 to %d kinds of document and at most %d fields"
                            .formatted(DOCUMENTS_MAX, FIELDS_MAX));
            return;
        }
        var names = new HashSet<String>();
        for (int i = 0; i < documents.size(); i++) {
            document("/documents/" + i, documents.get(i), documents.size() > 1, names);
        }
    }

    private void document(String at, DocumentType document, boolean oneOfMany, Set<String> names) {
        if (document.name().isBlank() || document.name().length() > NAME_LENGTH_MAX) {
            wrong(at + "/name", "a kind of document has a name of at most 64 characters");
        } else if (!names.add(document.name())) {
            wrong(at + "/name", "another kind of document has this name");
        }
        if (oneOfMany && document.when().isEmpty()) {
            wrong(at + "/when", "of several kinds each says how it is told from the others");
        }
        document.when().ifPresent(when -> when(at + "/when", when));
        if (document.fields().isEmpty()) {
            wrong(at + "/fields", "a kind of document has fields");
        }
        var paths = document.fields().stream().map(Field::path).collect(Collectors.toSet());
        if (paths.size() < document.fields().size()) {
            wrong(at + "/fields", "two fields have one path");
        }
        for (int i = 0; i < document.fields().size(); i++) {
            places.addAll(FieldCheck.places(at + "/fields/" + i, document.fields().get(i), paths));
        }
    }

    private void when(String at, DocumentType.When when) {
        var path = FieldPath.parse(when.path());
        if (path.filter(one -> !one.steps().contains(FieldPath.ANY)).isEmpty()) {
            wrong(at + "/path", "it is a JSON pointer without *, such as /type");
        }
        if (when.is().isEmpty()) {
            wrong(at + "/is", "it is the value that such a document has there");
        }
    }

    private void wrong(String at, String what) {
        places.add(new Problem.Place(at, what));
    }
}
