package dev.tidegate.processing.epcis;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The elements of each type of event in the order of GS1's XSD for EPCIS 2.0. */
final class EventOrder {
    private static final List<String> FIRST =
            List.of(
                    "eventTime",
                    "recordTime",
                    "eventTimeZoneOffset",
                    "eventID",
                    "errorDeclaration",
                    "certificationInfo");
    private static final List<String> WHAT = List.of("action");
    private static final List<String> WHY =
            List.of("bizStep", "disposition", "readPoint", "bizLocation");
    private static final List<String> LAST =
            List.of("sourceList", "destinationList", "sensorElementList", "persistentDisposition");
    private static final List<String> ORDERS = List.of("bizTransactionList");

    private static final Map<String, List<String>> ALL =
            Map.of(
                    "ObjectEvent",
                    order(
                            List.of("epcList"),
                            WHAT,
                            WHY,
                            ORDERS,
                            List.of("quantityList"),
                            LAST,
                            ilmd()),
                    "AggregationEvent",
                    order(
                            List.of("parentID", "childEPCs"),
                            WHAT,
                            WHY,
                            ORDERS,
                            List.of("childQuantityList"),
                            LAST),
                    "TransactionEvent",
                    order(
                            ORDERS,
                            List.of("parentID", "epcList"),
                            WHAT,
                            WHY,
                            List.of("quantityList"),
                            LAST),
                    "TransformationEvent",
                    order(
                            List.of(
                                    "inputEPCList",
                                    "inputQuantityList",
                                    "outputEPCList",
                                    "outputQuantityList",
                                    "transformationID"),
                            WHY,
                            ORDERS,
                            LAST,
                            ilmd()),
                    "AssociationEvent",
                    order(
                            List.of("parentID", "childEPCs", "childQuantityList"),
                            WHAT,
                            WHY,
                            ORDERS,
                            LAST));

    private EventOrder() {}

    static List<String> of(String type) {
        return ALL.getOrDefault(type, FIRST);
    }

    private static List<String> ilmd() {
        return List.of("ilmd");
    }

    @SafeVarargs
    private static List<String> order(List<String>... parts) {
        return Stream.concat(FIRST.stream(), Stream.of(parts).flatMap(List::stream)).toList();
    }
}
