package dev.tidegate.contract;

import java.util.List;
import java.util.Optional;

/** Tells where the fields of an event came from; implemented by processing. */
public interface FieldOrigins {
    /**
     * @param mapping name and version that read it, such as {@code x12@3}; empty for the source's
     *     present one
     * @param index of the event in the message, from 0
     * @return each field of its canonical body, in its order; none of a dead letter
     */
    List<FieldOrigin> of(RawMessage message, Optional<String> mapping, int index);
}
