package dev.tidegate.processing.document;

import java.util.List;

/**
 * Documents to the bytes of a format: the inverse of its {@link Adapter}. What it writes reads back
 * as the same trees, and what can't be written so is refused rather than bent.
 */
public interface DocumentWriter {
    /** Of the bytes, with their encoding where the format doesn't tell it itself. */
    String contentType();

    /**
     * @param documents at least one; a format that holds one document only refuses more
     * @param sizeMax bytes
     * @throws Unwritable naming the place in the tree
     */
    byte[] write(List<Outgoing> documents, int sizeMax);
}
