package dev.tidegate.processing.epcis;

import dev.tidegate.platform.gs1.Cbv;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The elements of events in GS1's XSD for EPCIS 2.0: their order, their items, their words. */
final class EventOrder {
    /** The item of each list. */
    static final Map<String, String> ITEMS =
            Map.ofEntries(
                    Map.entry("epcList", "epc"),
                    Map.entry("childEPCs", "epc"),
                    Map.entry("inputEPCList", "epc"),
                    Map.entry("outputEPCList", "epc"),
                    Map.entry("quantityList", "quantityElement"),
                    Map.entry("childQuantityList", "quantityElement"),
                    Map.entry("inputQuantityList", "quantityElement"),
                    Map.entry("outputQuantityList", "quantityElement"),
                    Map.entry("bizTransactionList", "bizTransaction"),
                    Map.entry("sourceList", "source"),
                    Map.entry("destinationList", "destination"),
                    Map.entry("sensorElementList", "sensorElement"),
                    Map.entry("correctiveEventIDs", "correctiveEventID"));

    /** Elements whose texts are words of the Core Business Vocabulary. */
    static final Map<String, Cbv> WORDS =
            Map.of(
                    "bizStep", Cbv.BUSINESS_STEP,
                    "disposition", Cbv.DISPOSITION,
                    "reason", Cbv.ERROR_REASON,
                    "set", Cbv.DISPOSITION,
                    "unset", Cbv.DISPOSITION);

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
