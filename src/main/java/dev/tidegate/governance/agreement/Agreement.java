package dev.tidegate.governance.agreement;

import java.util.List;

/**
 * A source's contract in one accepted version, which never changes.
 *
 * @param version from 1 within the source
 * @param documents the kinds of document that may come
 */
public record Agreement(int version, List<DocumentType> documents) {
    public Agreement {
        documents = List.copyOf(documents);
    }

    /** Sources are looked up by what they are for each message: a version tells contracts apart. */
    @Override
    public int hashCode() {
        return version;
    }
}
