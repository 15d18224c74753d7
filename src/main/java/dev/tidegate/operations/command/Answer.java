package dev.tidegate.operations.command;

import java.util.Optional;

/**
 * A good answer.
 *
 * @param location path of what was made
 * @param body becomes JSON
 */
public record Answer(int status, Optional<String> location, Object body) {
    public static Answer ok(Object body) {
        return new Answer(200, Optional.empty(), body);
    }

    public static Answer created(String location, Object body) {
        return new Answer(201, Optional.of(location), body);
    }
}
