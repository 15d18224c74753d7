package dev.tidegate.console.shipments;

import dev.tidegate.console.frame.Lines;
import dev.tidegate.console.frame.Pill;
import dev.tidegate.operations.shipments.ShipmentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One shipment.
 *
 * @param steps of its track, oldest first
 */
public record ShipmentPage(ShipmentView shipment, List<Step> steps, Lines lines) {
    private static final String DELIVERED = "delivered";

    /** Told by a milestone; the document may not say so yet. */
    public static final Pill ARRIVED = new Pill("delivered", "good", "applied");

    private static final Set<String> TROUBLE = Set.of("exception", "customs_hold");

    /**
     * A stop on the track.
     *
     * @param style {@code done}, {@code now} for the latest while more is to come, {@code next} for
     *     what is expected
     * @param trouble what holds the goods up, or did
     */
    public record Step(
            String name,
            @Nullable Instant at,
            String location,
            String note,
            String style,
            Optional<Pill> trouble) {}

    public static ShipmentPage of(ShipmentView shipment) {
        return new ShipmentPage(shipment, steps(shipment), Lines.of(shipment.lines()));
    }

    private static Optional<Pill> trouble(String code, boolean latest) {
        if (!TROUBLE.contains(code)) {
            return Optional.empty();
        }
        return Optional.of(
                latest
                        ? new Pill("held up", "bad", "warning")
                        : new Pill("was held up", "", "warning"));
    }

    /** Whether its document or a milestone says that it was delivered. */
    public boolean arrived() {
        return arrived(shipment, milestones(shipment));
    }

    private static boolean arrived(ShipmentView shipment, List<ShipmentView.Milestone> told) {
        return shipment.status().equals(DELIVERED)
                || told.stream().anyMatch(step -> step.code().equals(DELIVERED));
    }

    private static List<ShipmentView.Milestone> milestones(ShipmentView shipment) {
        return shipment.milestones() == null ? List.of() : shipment.milestones();
    }

    private static List<Step> steps(ShipmentView shipment) {
        var told = milestones(shipment);
        boolean arrived = arrived(shipment, told);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < told.size(); i++) {
            var step = told.get(i);
            boolean latest = i == told.size() - 1 && !arrived;
            steps.add(
                    new Step(
                            step.code().replace('_', ' '),
                            step.occurredAt(),
                            step.location(),
                            step.note(),
                            latest ? "done now" : "done",
                            trouble(step.code(), latest)));
        }
        if (!arrived && !shipment.status().equals("cancelled")) {
            steps.add(
                    new Step(
                            "delivery expected",
                            shipment.expectedAt(),
                            shipment.toLocation(),
                            "",
                            "next",
                            Optional.empty()));
        }
        return List.copyOf(steps);
    }
}
