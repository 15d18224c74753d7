package dev.tidegate.processing.epcis;

/** Names of extensions: the namespace and the local name in one, as JSON-LD writes an IRI. */
final class Names {
    private static final String MASTER_DATA = "urn:epcglobal:cbv:mda";
    private static final String MASTER_DATA_PREFIX = "cbvmda:";
    private static final String EPCIS = "urn:epcglobal:epcis:xsd:";

    private Names() {}

    /**
     * The master data attributes of the Core Business Vocabulary keep the prefix that EPCIS 2.0's
     * own context has for them: {@code cbvmda:lotNumber}.
     */
    static String of(String namespace, String local) {
        if (namespace.equals(MASTER_DATA) || namespace.equals(MASTER_DATA + ":")) {
            return MASTER_DATA_PREFIX + local;
        }
        return isStandard(namespace) ? local : namespace + local;
    }

    /** Whether an XML element of this namespace is EPCIS's own. */
    static boolean isStandard(String namespace) {
        return namespace.isEmpty() || namespace.startsWith(EPCIS);
    }
}
