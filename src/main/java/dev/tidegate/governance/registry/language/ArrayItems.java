package dev.tidegate.governance.registry.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What stands in an array, place by place, how much of it, and what it must contain. */
final class ArrayItems implements Facet {
    private static final Counts ITEMS = new Counts("Items");
    private static final String[] KEYWORDS = {
        "items", "prefixItems", "additionalItems", "unevaluatedItems", "contains", "uniqueItems"
    };

    @Override
    public Set<JsonType> types() {
        return Set.of(JsonType.ARRAY);
    }

    @Override
    public boolean asks(SchemaNode reader) {
        return ITEMS.isAskedBy(reader) || Facets.any(reader, KEYWORDS);
    }

    /**
     * @param first schemas of the first elements, one each
     * @param rest of all others
     */
    private record Layout(List<SchemaNode> first, SchemaNode rest, String restKeyword) {
        static Layout of(SchemaNode schema) {
            if (schema.has("prefixItems")) {
                return new Layout(schema.schemas("prefixItems"), rest(schema, "items"), "items");
            }
            if (schema.get("items").isArray()) {
                var rest = rest(schema, "additionalItems");
                return new Layout(schema.schemas("items"), rest, "additionalItems");
            }
            return new Layout(List.of(), rest(schema, "items"), "items");
        }

        private static SchemaNode rest(SchemaNode schema, String keyword) {
            return schema.schema(keyword)
                    .or(() -> Unevaluated.plain(schema, "unevaluatedItems"))
                    .orElseGet(schema::any);
        }

        SchemaNode at(int index) {
            return index < first.size() ? first.get(index) : rest;
        }
    }

    @Override
    public List<Incompatibility> misfits(
            Containment by, Shape whole, SchemaNode writer, SchemaNode reader, String place) {
        var misfits = new ArrayList<>(elements(by, writer, reader, place));
        ITEMS.misfit(writer, reader, 0, Long.MAX_VALUE, place).ifPresent(misfits::add);
        misfits.addAll(Unevaluated.misfits(writer, reader, "unevaluatedItems", place));
        if (reader.get("uniqueItems").asBoolean(false)
                && !writer.get("uniqueItems").asBoolean(false)) {
            misfits.addAll(
                    Containment.one("UNIQUE_ITEMS_ADDED", place, "elements may have been alike"));
        }
        if (reader.has("contains") && !contains(by, writer, reader)) {
            misfits.addAll(
                    Containment.one("CONTAINS_CHANGED", place, "contains was added or changed"));
        }
        return misfits;
    }

    private static List<Incompatibility> elements(
            Containment by, SchemaNode writer, SchemaNode reader, String place) {
        var written = Layout.of(writer);
        var taken = Layout.of(reader);
        var misfits = new ArrayList<Incompatibility>();
        long most = writer.get("maxItems").asLong(Long.MAX_VALUE);
        int places = Math.max(written.first().size(), taken.first().size());
        for (int i = 0; i < Math.min(places, most); i++) {
            misfits.addAll(by.misfits(written.at(i), taken.at(i), place + "/items/" + i));
        }
        if (most > places) {
            var pointer = place + "/" + taken.restKeyword();
            misfits.addAll(by.misfits(written.rest(), taken.rest(), pointer));
        }
        return misfits;
    }

    private static boolean contains(Containment by, SchemaNode writer, SchemaNode reader) {
        return writer.has("contains")
                && by.fits(writer.of(writer.get("contains")), reader.of(reader.get("contains")))
                && writer.get("minContains").asLong(1) >= reader.get("minContains").asLong(1)
                && (!reader.has("maxContains")
                        || (writer.get("maxContains").asLong(Long.MAX_VALUE)
                                        <= reader.get("maxContains").asLong()
                                && by.fits(
                                        reader.of(reader.get("contains")),
                                        writer.of(writer.get("contains")))));
    }
}
