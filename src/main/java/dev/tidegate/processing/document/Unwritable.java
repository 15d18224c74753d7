package dev.tidegate.processing.document;

import java.util.List;

/** Ends the writing of a document: a format has no way to say what stands in its tree. */
public final class Unwritable extends RuntimeException {
    /** JSON pointer (RFC 6901) below the document. */
    private final String place;

    private final int document;

    private Unwritable(int document, String place, String reason) {
        super(reason, null, false, false);
        this.document = document;
        this.place = place;
    }

    /**
     * @param path member names and list indexes from the top of the document's tree
     */
    public static Unwritable inTree(List<Object> path, String reason) {
        return new Unwritable(0, Places.pointer("/tree", path), reason);
    }

    /** Of a variable, or of the document as a whole where the name is empty. */
    public static Unwritable variable(String name, String reason) {
        return new Unwritable(0, name.isEmpty() ? "" : "/" + name, reason);
    }

    public static Unwritable tooLarge(int sizeMax) {
        return variable("", "The document would have more than " + sizeMax + " bytes.");
    }

    /** The same, in the document of that index. */
    public Unwritable of(int index) {
        return new Unwritable(index, place, reason());
    }

    /** Index of the document among those that were to be written together. */
    public int document() {
        return document;
    }

    public String place() {
        return place;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
