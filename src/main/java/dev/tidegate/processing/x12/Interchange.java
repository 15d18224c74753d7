package dev.tidegate.processing.x12;

import dev.tidegate.processing.edi.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One interchange as framed: its groups and sets, and what is wrong with their envelopes. */
final class Interchange {
    final X12Segment isa;
    final Delimiters delimiters;
    final List<Group> groups = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<X12Segment> acknowledgements = new ArrayList<>();
    final List<X12Segment> strays = new ArrayList<>();

    Interchange(X12Segment isa, Delimiters delimiters) {
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
        final @Nullable X12Segment header;
        final List<TransactionSet> sets = new ArrayList<>();
        final List<Finding> findings = new ArrayList<>();

        /** GE, where it has come. */
        @Nullable X12Segment trailer;

        Group(@Nullable X12Segment header) {
            this.header = header;
        }

        String controlNumber() {
            return header == null ? "" : header.element(6);
        }
    }

    /** A transaction set, from its ST to its SE where it has one. */
    static final class TransactionSet {
        final List<X12Segment> segments = new ArrayList<>();
        final List<Finding> findings = new ArrayList<>();

        TransactionSet(X12Segment st) {
            segments.add(st);
        }

        X12Segment st() {
            return segments.getFirst();
        }

        String type() {
            return st().element(1);
        }
    }
}
