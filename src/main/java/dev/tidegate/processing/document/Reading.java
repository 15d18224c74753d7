package dev.tidegate.processing.document;

import java.util.List;
import java.util.Map;

/** What an adapter made of one document of a message. */
public sealed interface Reading {
    /** The place in the original, as the receipt names it. */
    String ref();

    /** What makes this document the same one when it is sent again. */
    Fingerprint fingerprint();

    /**
     * A document that could be read.
     *
     * @param tree maps, lists, strings, BigDecimals and booleans; a JSON null is null
     * @param places names the place of a value of the tree
     * @param findings what was read on over, each a code and its place
     * @param variables what the adapter binds for the mapping beside the tree
     */
    record Document(
            String ref,
            Map<String, Object> tree,
            Places places,
            Fingerprint fingerprint,
            List<String> findings,
            Map<String, Object> variables)
            implements Reading {}

    /** A document that could not be read: a dead letter without having met a mapping. */
    record Unreadable(String ref, Failure failure, Fingerprint fingerprint) implements Reading {}
}
