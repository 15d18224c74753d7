package dev.tidegate.platform.web;

/**
 * A part of the API that speaks another's protocol, so that clients written for that protocol work
 * here. Its refusals have the protocol's shape instead of a problem's, and query parameters that it
 * doesn't know are ignored, for a newer client may send them.
 */
public interface Dialect {
    /** Begins each path in which it is spoken, such as {@code /v1/schema-registry/}. */
    String prefix();

    /** Of its refusals. */
    String mediaType();

    /** What stands in the body of a refusal, as an object that JSON is made of. */
    Object body(Problem problem);
}
