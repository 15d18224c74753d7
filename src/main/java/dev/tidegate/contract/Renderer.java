package dev.tidegate.contract;

import dev.tidegate.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/**
 * Canonical events to a document of another's format, by an outbound mapping. Pure: the same events
 * under the same mapping version, parameters and moment give the same bytes.
 */
public interface Renderer {
    /**
     * An event to be told to somebody else.
     *
     * @param version its version stamp; 0 where the type has none
     */
    record Event(EventType type, String key, long version, GenericRecord body) {
        public static Event of(CanonicalEvent event) {
            return new Event(event.type(), event.key(), event.version(), event.body());
        }
    }

    /**
     * What is to be rendered, and how.
     *
     * @param tenant whose events and mappings they are; {@code $tenant} names it
     * @param events at least one, all of one type; several only of a type that is reported in lists
     * @param mapping name, such as {@code to-ubl} for its newest version, or name and version,
     *     {@code to-ubl@2}
     * @param parameters for {@code $parameters}: ids of sender and receiver, control numbers, and
     *     what else the mapping asks for
     * @param at for {@code $at}: when the document is made
     */
    record Asked(
            TenantId tenant,
            List<Event> events,
            String mapping,
            Map<String, String> parameters,
            Instant at) {
        public Asked {
            events = List.copyOf(events);
            parameters = Map.copyOf(parameters);
        }
    }

    /** A document, or why there is none. */
    sealed interface Rendering {
        /**
         * @param format {@code json}, {@code csv}, {@code x12}, {@code edifact}, {@code xml},
         *     {@code epcis}
         * @param mapping name and version
         */
        record Rendered(byte[] bytes, String format, String contentType, String mapping)
                implements Rendering {}

        /**
         * @param code stable, snake_case
         * @param place JSON pointer into what the mapping drew; empty where it drew nothing
         */
        record Refused(
                FailureClass failureClass,
                String code,
                String place,
                String reason,
                String nextStep)
                implements Rendering {}
    }

    Rendering render(Asked asked);
}
