package dev.tidegate.governance.codelist;

import java.util.Map;

/**
 * One version of a list, as functions of a mapping read it. It never changes.
 *
 * @param version from 1 within its name
 * @param meanings by code
 */
public record CodeList(String name, int version, Map<String, String> meanings) {}
