package dev.tidegate.governance.registry.language;

import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import java.util.stream.Collectors;

/** A file as it is kept: written anew, so that spaces mean nothing. */
final class ProtobufText {
    /** What the writer of Wire puts at the head. */
    private static final String HEAD = "^(//[^\n]*\n)+\n?";

    private ProtobufText() {}

    static String of(ProtoFileElement element) {
        return element.toSchema()
                        .replaceFirst(HEAD, "")
                        .lines()
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
