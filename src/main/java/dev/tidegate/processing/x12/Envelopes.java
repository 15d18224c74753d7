package dev.tidegate.processing.x12;

import dev.tidegate.processing.edi.Finding;
import dev.tidegate.processing.edi.Flaw;
import dev.tidegate.processing.edi.Stamps;
import dev.tidegate.processing.x12.Interchange.Group;
import dev.tidegate.processing.x12.Interchange.TransactionSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts the segments of one interchange, as they come, into groups and sets, and holds the trailers
 * against what was counted. Refuses nothing: every flaw is a finding.
 */
final class Envelopes {
    private final Interchange interchange;
    private @Nullable Group group;
    private @Nullable TransactionSet set;

    Envelopes(Interchange interchange) {
        this.interchange = interchange;
    }

    /** Whether the interchange goes on behind the segment. */
    boolean add(X12Segment segment) {
        switch (segment.id()) {
            case "GS" -> openGroup(segment);
            case "GE" -> closeGroup(segment);
            case "ST" -> openSet(segment);
            case "SE" -> closeSet(segment);
            case "IEA" -> {
                close(segment);
                return false;
            }
            default -> addOther(segment);
        }
        return true;
    }

    /** Ends an interchange that has no trailer. */
    void breakOff() {
        leaveGroup();
        find(Flaw.MISSING_INTERCHANGE_TRAILER, "IEA", "The interchange has no trailer.");
    }

    private void addOther(X12Segment segment) {
        if (set != null) {
            set.segments.add(segment);
            return;
        }
        switch (segment.id()) {
            case "TA1" -> interchange.acknowledgements.add(segment);
            case "ISB", "ISE", "TA3" -> {} // say nothing about documents
            default -> interchange.strays.add(segment);
        }
    }

    private void openGroup(X12Segment segment) {
        leaveGroup();
        group = new Group(segment);
        interchange.groups.add(group);
    }

    private void openSet(X12Segment segment) {
        leaveSet();
        if (group == null) {
            group = new Group(null);
            group.findings.add(
                    new Finding(Flaw.MISSING_GROUP_HEADER, "GS", "The set stands in no group."));
            interchange.groups.add(group);
        }
        set = new TransactionSet(segment);
        group.sets.add(set);
    }

    private void closeSet(X12Segment se) {
        if (set == null) {
            interchange.strays.add(se);
            return;
        }
        set.segments.add(se);
        int count = set.segments.size();
        if (!isNumber(se.element(1), count)) {
            set.findings.add(
                    new Finding(
                            Flaw.SEGMENT_COUNT_MISMATCH,
                            "SE-01 (segment " + count + ")",
                            "SE01 tells %s segments, the set has %d."
                                    .formatted(shown(se.element(1)), count)));
        }
        if (!Stamps.isSameNumber(se.element(2), set.st().element(2))) {
            set.findings.add(
                    new Finding(
                            Flaw.CONTROL_NUMBER_MISMATCH,
                            "SE-02 (segment " + count + ")",
                            "SE02 is %s, ST02 is %s."
                                    .formatted(shown(se.element(2)), shown(set.st().element(2)))));
        }
        set = null;
    }

    private void closeGroup(X12Segment ge) {
        leaveSet();
        if (group == null) {
            interchange.strays.add(ge);
            return;
        }
        group.trailer = ge;
        if (!isNumber(ge.element(1), group.sets.size())) {
            group.findings.add(
                    new Finding(
                            Flaw.GROUP_COUNT_MISMATCH,
                            "GE-01",
                            "GE01 tells %s sets, the group has %d."
                                    .formatted(shown(ge.element(1)), group.sets.size())));
        }
        if (!Stamps.isSameNumber(ge.element(2), group.controlNumber())) {
            group.findings.add(
                    new Finding(Flaw.GROUP_CONTROL_MISMATCH, "GE-02", "GE02 is not GS06."));
        }
        group = null;
    }

    private void close(X12Segment iea) {
        leaveGroup();
        if (!isNumber(iea.element(1), interchange.groups.size())) {
            find(
                    Flaw.INTERCHANGE_COUNT_MISMATCH,
                    "IEA-01",
                    "IEA01 tells %s groups, the interchange has %d."
                            .formatted(shown(iea.element(1)), interchange.groups.size()));
        }
        if (!Stamps.isSameNumber(iea.element(2), interchange.controlNumber())) {
            find(Flaw.INTERCHANGE_CONTROL_MISMATCH, "IEA-02", "IEA02 is not ISA13.");
        }
    }

    private void leaveSet() {
        if (set != null) {
            int count = set.segments.size();
            set.findings.add(
                    new Finding(
                            Flaw.TRUNCATED_SET,
                            "segment " + count,
                            "The set breaks off behind segment " + count + ": it has no SE."));
            set = null;
        }
    }

    private void leaveGroup() {
        leaveSet();
        if (group != null) {
            if (group.header != null) {
                group.findings.add(
                        new Finding(Flaw.MISSING_GROUP_TRAILER, "GE", "The group has no trailer."));
            }
            group = null;
        }
    }

    private void find(Flaw flaw, String place, String reason) {
        interchange.findings.add(new Finding(flaw, place, reason));
    }

    private static boolean isNumber(String told, int counted) {
        return Stamps.isSameNumber(told, Integer.toString(counted));
    }

    private static String shown(String value) {
        return "\"" + (value.length() > 20 ? value.substring(0, 20) + "…" : value) + "\"";
    }
}
