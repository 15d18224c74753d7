package dev.tidegate.processing.edifact;

import dev.tidegate.processing.edi.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One interchange as framed: its messages, and what is wrong with its envelopes. */
final class Interchange {
    /** Without one where messages stand in no interchange. */
    final @Nullable EdifactSegment unb;

    final Delimiters delimiters;
    final int begin;
    final List<Message> messages = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<EdifactSegment> strays = new ArrayList<>();
    int groups;

    Interchange(@Nullable EdifactSegment unb, Delimiters delimiters, int begin) {
        this.unb = unb;
        this.delimiters = delimiters;
        this.begin = begin;
    }

    /** UNB05. */
    String reference() {
        return unb == null ? "" : unb.element(5);
    }

    /** A functional group, which few use. */
    static final class Group {
        final EdifactSegment ung;
        final List<Finding> findings = new ArrayList<>();
        int messages;

        Group(EdifactSegment ung) {
            this.ung = ung;
        }

        /** UNG05. */
        String reference() {
            return ung.element(5);
        }
    }

    /** A message, from its UNH to its UNT where it has one. */
    static final class Message {
        final @Nullable Group group;
        final List<EdifactSegment> segments = new ArrayList<>();
        final List<Finding> findings = new ArrayList<>();

        Message(EdifactSegment unh, @Nullable Group group) {
            segments.add(unh);
            this.group = group;
        }

        EdifactSegment unh() {
            return segments.getFirst();
        }

        /** UNH02-1: {@code ORDERS}. */
        String type() {
            return unh().component(2, 1);
        }
    }
}
