package dev.tidegate.processing.x12;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One interchange as framed: its groups and sets, and what is wrong with their envelopes. */
final class Interchange {
    final Segment isa;
    final Delimiters delimiters;
    final List<Group> groups = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<Segment> acknowledgements = new ArrayList<>();
    final List<Segment> strays = new ArrayList<>();

    Interchange(Segment isa, Delimiters delimiters) {
        this.isa = isa;
        this.delimiters = delimiters;
    }

    String controlNumber() {
        return isa.element(13);
    }

    boolean isEmpty() {
        return acknowledgements.isEmpty()
                && strays.isEmpty()
                && groups.stream().allMatch(group -> group.sets.isEmpty());
    }

    /** A functional group; without a header where sets stand in none. */
    static final class Group {
        final @Nullable Segment header;
        final List<TransactionSet> sets = new ArrayList<>();
        final List<Finding> findings = new ArrayList<>();

        Group(@Nullable Segment header) {
            this.header = header;
        }

        String controlNumber() {
            return header == null ? "" : header.element(6);
        }
    }

    /** A transaction set, from its ST to its SE where it has one. */
    static final class TransactionSet {
        final List<Segment> segments = new ArrayList<>();
        final List<Finding> findings = new ArrayList<>();

        TransactionSet(Segment st) {
            segments.add(st);
        }

        Segment st() {
            return segments.getFirst();
        }

        String type() {
            return st().element(1);
        }
    }
}
