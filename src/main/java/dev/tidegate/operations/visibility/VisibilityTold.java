package dev.tidegate.operations.visibility;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.effect.Told;
import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.platform.gs1.Gs1Id;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/** An EPCIS event as told, or the declaration that the event of its id is wrong. */
public record VisibilityTold(CanonicalEvent event, EventKey key, Stamp stamp)
        implements Told<VisibilityTold.EventKey> {
    static final String EVENT = "event";
    static final String ERROR = "error";

    /**
     * @param telling {@value #EVENT} or {@value #ERROR}
     */
    record EventKey(String tenant, String eventId, String telling) implements Comparable<EventKey> {
        @Override
        public int compareTo(EventKey other) {
            int by = tenant.compareTo(other.tenant);
            if (by == 0) {
                by = eventId.compareTo(other.eventId);
            }
            return by != 0 ? by : telling.compareTo(other.telling);
        }
    }

    /** A thing that the event tells of, by the name that all tellings of it have in common. */
    record Thing(EventKey event, String epc, String role) {}

    /** Of two declarations about one event the later stands. */
    public static VisibilityTold of(CanonicalEvent event) {
        var body = event.body();
        var error = body.get("error") instanceof GenericRecord declared ? declared : null;
        return new VisibilityTold(
                event,
                new EventKey(
                        event.tenant().value(),
                        Body.text(body, "event_id"),
                        error == null ? EVENT : ERROR),
                new Stamp(error == null ? 0 : Body.micros(error, "declared_at"), event.content()));
    }

    String text(String field) {
        return Body.text(event.body(), field);
    }

    /** In its normal form. */
    String place(String field) {
        return Gs1Id.normal(text(field));
    }

    long eventTime() {
        return Body.micros(event.body(), "event_time");
    }

    /** Each once, however often it is told. */
    List<Thing> things() {
        Set<Thing> things = new LinkedHashSet<>();
        if (!text("parent_id").isEmpty()) {
            things.add(new Thing(key, place("parent_id"), "parent"));
        }
        for (Object epc : (List<?>) event.body().get("epcs")) {
            var told = (GenericRecord) epc;
            things.add(
                    new Thing(key, Gs1Id.normal(Body.text(told, "id")), Body.text(told, "role")));
        }
        return new ArrayList<>(things);
    }

    void tell(Facts facts) {
        facts.add(
                FactType.VISIBILITY_RECORDED,
                key.tenant(),
                key.eventId(),
                Body.address(event) + "/visibility.recorded",
                fact ->
                        fact.text(key.eventId())
                                .text(key.telling())
                                .text(text("event_type"))
                                .text(text("action"))
                                .number(eventTime())
                                .text(text("biz_step"))
                                .text(text("disposition"))
                                .text(text("read_point"))
                                .text(text("biz_location"))
                                .text(text("parent_id"))
                                .text(event.source().value()));
    }
}
