package dev.tidegate.governance.drift;

import dev.tidegate.governance.agreement.Kind;
import java.util.List;

/**
 * One place in which a document departs from its contract.
 *
 * @param document the kind of document
 * @param path of the field in every such document
 * @param noted whether the document goes on all the same
 * @param expected what the contract says
 * @param observed what came; of a personal field its form only
 * @param place of the field in this document: member names and list indexes
 */
public record Departure(
        String document,
        String path,
        Kind kind,
        boolean noted,
        String expected,
        String observed,
        List<Object> place) {}
