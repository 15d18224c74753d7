package dev.tidegate.governance.registry.language;

import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import dev.tidegate.governance.registry.language.ProtoFile.Faulty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Protobuf as {@code .proto} text, proto2 and proto3. */
final class ProtobufLanguage implements Language {
    /** Files that every compiler brings along. */
    private static final String BUILT_IN = "google/protobuf/";

    private static final Location HERE = Location.get("");

    private final LanguageLimits limits;

    ProtobufLanguage(LanguageLimits limits) {
        this.limits = limits;
    }

    @Override
    public Reading read(String text, List<Referred> referred) {
        try {
            var names = new HashSet<String>();
            var others = new ArrayList<ProtoFile>();
            for (var other : referred) {
                others.add(file(other.text(), names, others));
                names.add(other.name());
            }
            var element = parse(text);
            var file = file(element, names, others);
            return new Reading.Understood(new ProtobufSchema(file, ProtobufText.of(element)));
        } catch (Faulty e) {
            return new Reading.Refused(e.place(), e.detail());
        }
    }

    private ProtoFile file(String text, Set<String> names, List<ProtoFile> others) throws Faulty {
        return file(parse(text), names, others);
    }

    private static ProtoFile file(
            ProtoFileElement element, Set<String> names, List<ProtoFile> others) throws Faulty {
        refuseMissing(element, names);
        return ProtoFile.of(element, others);
    }

    private ProtoFileElement parse(String text) throws Faulty {
        refuseDeep(text);
        try {
            return ProtoParser.Companion.parse(HERE, text);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new Faulty("", String.valueOf(e.getMessage()));
        }
    }

    /** Braces within strings and comments count as well: so many no schema has. */
    private void refuseDeep(String text) throws Faulty {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth +=
                    switch (text.charAt(i)) {
                        case '{', '[', '(' -> 1;
                        case '}', ']', ')' -> -1;
                        default -> 0;
                    };
            if (depth > limits.depthMax()) {
                throw new Faulty("", "nested deeper than " + limits.depthMax() + " levels");
            }
        }
    }

    private static void refuseMissing(ProtoFileElement element, Set<String> names) throws Faulty {
        var imports =
                Stream.of(
                                element.getImports(),
                                element.getPublicImports(),
                                element.getWeakImports())
                        .flatMap(List::stream)
                        .toList();
        for (var name : imports) {
            if (!names.contains(name) && !name.startsWith(BUILT_IN)) {
                throw new Faulty("import " + name, "it is not among the references");
            }
        }
    }
}
