package dev.tidegate.processing.edifact;

import dev.tidegate.processing.edi.Finding;
import dev.tidegate.processing.edi.Flaw;
import dev.tidegate.processing.edi.Stamps;
import dev.tidegate.processing.edifact.Interchange.Group;
import dev.tidegate.processing.edifact.Interchange.Message;
import org.jspecify.annotations.Nullable;

/**
 * Puts the segments of one interchange, as they come, into messages and groups, and holds the
 * trailers against what was counted. Refuses nothing: every flaw is a finding.
 */
final class Envelopes {
    private final Interchange interchange;
    private @Nullable Group group;
    private @Nullable Message message;

    Envelopes(Interchange interchange) {
        this.interchange = interchange;
        if (interchange.unb == null) {
            find(Flaw.MISSING_INTERCHANGE_HEADER, "UNB", "The messages stand in no interchange.");
        }
    }

    /** Whether the interchange goes on behind the segment. */
    boolean add(EdifactSegment segment) {
        switch (segment.id()) {
            case "UNG" -> openGroup(segment);
            case "UNE" -> closeGroup(segment);
            case "UNH" -> openMessage(segment);
            case "UNT" -> closeMessage(segment);
            case "UNZ" -> {
                close(segment);
                return false;
            }
            default -> {
                if (message != null) {
                    message.segments.add(segment);
                } else {
                    interchange.strays.add(segment);
                }
            }
        }
        return true;
    }

    /** Ends an interchange that has no trailer. */
    void breakOff() {
        leaveGroup();
        if (interchange.unb != null) {
            find(Flaw.MISSING_INTERCHANGE_TRAILER, "UNZ", "The interchange has no trailer.");
        }
    }

    private void openGroup(EdifactSegment ung) {
        leaveGroup();
        group = new Group(ung);
        interchange.groups++;
    }

    private void openMessage(EdifactSegment unh) {
        leaveMessage();
        message = new Message(unh, group);
        interchange.messages.add(message);
        if (group != null) {
            group.messages++;
        }
    }

    private void closeMessage(EdifactSegment unt) {
        if (message == null) {
            interchange.strays.add(unt);
            return;
        }
        message.segments.add(unt);
        int count = message.segments.size();
        String place = " (segment " + count + ")";
        if (!Stamps.isSameNumber(unt.element(1), Integer.toString(count))) {
            message.findings.add(
                    new Finding(
                            Flaw.SEGMENT_COUNT_MISMATCH,
                            "UNT-01" + place,
                            "UNT01 tells \"%s\" segments, the message has %d."
                                    .formatted(unt.element(1), count)));
        }
        if (!Stamps.isSameNumber(unt.element(2), message.unh().element(1))) {
            message.findings.add(
                    new Finding(
                            Flaw.CONTROL_NUMBER_MISMATCH,
                            "UNT-02" + place,
                            "UNT02 is \"%s\", UNH01 is \"%s\"."
                                    .formatted(unt.element(2), message.unh().element(1))));
        }
        message = null;
    }

    private void closeGroup(EdifactSegment une) {
        leaveMessage();
        if (group == null) {
            interchange.strays.add(une);
            return;
        }
        if (!Stamps.isSameNumber(une.element(1), Integer.toString(group.messages))) {
            group.findings.add(
                    new Finding(
                            Flaw.GROUP_COUNT_MISMATCH,
                            "UNE-01",
                            "UNE01 tells \"%s\" messages, the group has %d."
                                    .formatted(une.element(1), group.messages)));
        }
        if (!Stamps.isSameNumber(une.element(2), group.reference())) {
            group.findings.add(
                    new Finding(Flaw.GROUP_CONTROL_MISMATCH, "UNE-02", "UNE02 is not UNG05."));
        }
        group = null;
    }

    private void close(EdifactSegment unz) {
        leaveGroup();
        int count = interchange.groups > 0 ? interchange.groups : interchange.messages.size();
        if (!Stamps.isSameNumber(unz.element(1), Integer.toString(count))) {
            find(
                    Flaw.INTERCHANGE_COUNT_MISMATCH,
                    "UNZ-01",
                    "UNZ01 tells \"%s\", the interchange has %d %s."
                            .formatted(
                                    unz.element(1),
                                    count,
                                    interchange.groups > 0 ? "groups" : "messages"));
        }
        if (!Stamps.isSameNumber(unz.element(2), interchange.reference())) {
            find(Flaw.INTERCHANGE_CONTROL_MISMATCH, "UNZ-02", "UNZ02 is not UNB05.");
        }
    }

    private void leaveMessage() {
        if (message != null) {
            int count = message.segments.size();
            message.findings.add(
                    new Finding(
                            Flaw.TRUNCATED_SET,
                            "segment " + count,
                            "The message breaks off behind segment " + count + ": it has no UNT."));
            message = null;
        }
    }

    private void leaveGroup() {
        leaveMessage();
        if (group != null) {
            group.findings.add(
                    new Finding(Flaw.MISSING_GROUP_TRAILER, "UNE", "The group has no trailer."));
            group = null;
        }
    }

    private void find(Flaw flaw, String place, String reason) {
        interchange.findings.add(new Finding(flaw, place, reason));
    }
}
