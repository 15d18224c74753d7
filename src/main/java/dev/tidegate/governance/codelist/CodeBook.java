package dev.tidegate.governance.codelist;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lists that a mapping version is bound to, each in one version: what makes the same bytes give
 * the same events after a list has got a next version. Immutable, and compared often: its hash is
 * reckoned once.
 */
public final class CodeBook {
    private final Map<String, CodeList> lists;
    private final int hash;

    private CodeBook(Map<String, CodeList> lists) {
        this.lists = Map.copyOf(lists);
        this.hash = this.lists.hashCode();
    }

    public static CodeBook of(Iterable<CodeList> lists) {
        var byName = new HashMap<String, CodeList>();
        lists.forEach(list -> byName.put(list.name(), list));
        return new CodeBook(byName);
    }

    /** The lists as this program brings them, each in version 1. */
    public static CodeBook shipped() {
        return ShippedLists.BOOK;
    }

    /** The same, with another version of that list or with one more. */
    public CodeBook with(CodeList list) {
        var others = new HashMap<>(lists);
        others.put(list.name(), list);
        return new CodeBook(others);
    }

    public Optional<CodeList> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** By name: the version. In the order of names. */
    public Map<String, Integer> versions() {
        var versions = new TreeMap<String, Integer>();
        lists.values().forEach(list -> versions.put(list.name(), list.version()));
        return versions;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof CodeBook book && hash == book.hash && lists.equals(book.lists);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
