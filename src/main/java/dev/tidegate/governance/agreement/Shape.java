package dev.tidegate.governance.agreement;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a value looks like in a document's tree. */
public enum Shape {
    OBJECT,
    LIST,
    /** An object, or a list of such: what EDI and XML tell once or more often. */
    GROUP,
    /** Any one value. */
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    CODE,
    /** Whatever it is; nobody looks inside. */
    ANY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Shape> of(String label) {
        return Stream.of(values()).filter(shape -> shape.label().equals(label)).findFirst();
    }

    public boolean isNumber() {
        return switch (this) {
            case INTEGER, DECIMAL -> true;
            case OBJECT, LIST, GROUP, TEXT, BOOLEAN, DATE, CODE, ANY -> false;
        };
    }

    /** Holds one value rather than others. */
    public boolean isLeaf() {
        return switch (this) {
            case OBJECT, LIST, GROUP -> false;
            case TEXT, INTEGER, DECIMAL, BOOLEAN, DATE, CODE, ANY -> true;
        };
    }
}
