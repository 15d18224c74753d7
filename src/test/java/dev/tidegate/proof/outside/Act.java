package dev.tidegate.proof.outside;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Something a partner tells, in its own terms. Two acts of one {@link #identity} are the same thing
 * told twice: if they are equal, a duplicate; if not, a conflict.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Act {
    String identity();

    /** One order line. */
    record Line(String item, String location, BigDecimal quantity) {}

    /** An order, whole; a higher version replaces a lower one. */
    record Order(
            String kind,
            String number,
            long version,
            String status,
            Instant orderedAt,
            List<Line> lines)
            implements Act {
        @Override
        public String identity() {
            return "order/" + kind + "/" + number + "/" + version;
        }

        public String document() {
            return kind + "/" + number;
        }
    }

    /** Goods moved; {@code toLocation}, {@code order} and {@code shipment} may be empty. */
    record Movement(
            String number,
            String kind,
            String item,
            String location,
            String toLocation,
            String lot,
            BigDecimal quantity,
            Instant occurredAt,
            String order,
            String shipment)
            implements Act {
        @Override
        public String identity() {
            return "movement/" + number;
        }
    }

    /** Stock as counted. */
    record Count(
            String number,
            String item,
            String location,
            String lot,
            BigDecimal quantity,
            Instant countedAt)
            implements Act {
        @Override
        public String identity() {
            return "count/" + number;
        }
    }

    /** One line of a shipment. */
    record Content(String item, BigDecimal quantity, String order) {}

    /** A shipment, whole; a higher version replaces a lower one. */
    record Shipment(
            String number,
            long version,
            String direction,
            String status,
            String location,
            Instant shippedAt,
            List<Content> lines)
            implements Act {
        @Override
        public String identity() {
            return "shipment/" + number + "/" + version;
        }
    }

    /** Something that happened to a shipment. */
    record Milestone(String shipment, String code, Instant occurredAt) implements Act {
        @Override
        public String identity() {
            return "milestone/" + shipment + "/" + code + "/" + occurredAt;
        }
    }

    /** What can't be understood, and what must be said of it. */
    record Nonsense(String text, String failureClass, String code) implements Act {
        @Override
        public String identity() {
            return "nonsense/" + text;
        }
    }
}
