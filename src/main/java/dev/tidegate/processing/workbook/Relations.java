package dev.tidegate.processing.workbook;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which parts a part speaks of (OPC relationships), by id and by type. */
final class Relations {
    private static final int RELATIONS_MAX = 10_000;
    private final Map<String, Relation> byId = new HashMap<>();

    /**
     * @param type the last step of its name, such as {@code worksheet}
     * @param part the name of the part
     */
    record Relation(String type, String part) {}

    /**
     * @param part whose relations are wanted; empty for the archive's own
     */
    static Relations of(Archive archive, String part) {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String name = folder + "_rels/" + part.substring(slash) + ".rels";
        var relations = new Relations();
        archive.open(name).ifPresent(in -> relations.read(new Markup(in, () -> name), folder));
        return relations;
    }

    private void read(Markup in, String folder) {
        for (var event = in.next(); event != Markup.Event.DONE; event = in.next()) {
            if (event == Markup.Event.BEGIN
                    && in.is("Relationship")
                    && !in.attribute("TargetMode").equals("External")) {
                add(in, folder);
            }
        }
    }

    private void add(Markup in, String folder) {
        if (byId.size() >= RELATIONS_MAX) {
            throw WorkbookRefused.malformed(
                    Archive.WHOLE, "It has more than " + RELATIONS_MAX + " relationships.");
        }
        String type = in.attribute("Type");
        byId.put(
                in.attribute("Id"),
                new Relation(
                        type.substring(type.lastIndexOf('/') + 1),
                        resolved(folder, in.attribute("Target"))));
    }

    private static String resolved(String folder, String target) {
        try {
            return URI.create("/" + folder)
                    .resolve(target.replace('\\', '/'))
                    .getPath()
                    .substring(1);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException _) {
            return ""; // no name of a part
        }
    }

    Optional<Relation> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<String> partOf(String type) {
        return byId.values().stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::part)
                .findFirst();
    }
}
