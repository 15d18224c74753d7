package dev.tidegate.governance.registry;

import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.ProblemException;
import java.util.Locale;

/** Refusals by the numbers that clients of Confluent's registry know. */
enum RegistryError {
    SUBJECT_NOT_FOUND(404, 40401),
    VERSION_NOT_FOUND(404, 40402),
    SCHEMA_NOT_FOUND(404, 40403),
    SUBJECT_SOFT_DELETED(404, 40404),
    SUBJECT_NOT_SOFT_DELETED(404, 40405),
    VERSION_SOFT_DELETED(404, 40406),
    VERSION_NOT_SOFT_DELETED(404, 40407),
    COMPATIBILITY_NOT_CONFIGURED(404, 40408),
    MODE_NOT_CONFIGURED(404, 40409),
    INCOMPATIBLE_SCHEMA(409, 409),
    INVALID_SCHEMA(422, 42201),
    INVALID_VERSION(422, 42202),
    INVALID_COMPATIBILITY_LEVEL(422, 42203),
    INVALID_MODE(422, 42204),
    OPERATION_NOT_PERMITTED(422, 42205),
    REFERENCE_EXISTS(422, 42206),
    INVALID_SUBJECT(422, 42208),
    SCHEMA_TOO_LARGE(422, 42209),
    INVALID_RULESET(422, 42210);

    /** The member of a problem that holds the number. */
    static final String MEMBER = "error_code";

    private final int status;
    private final int number;

    RegistryError(int status, int number) {
        this.status = status;
        this.number = number;
    }

    ProblemException refusal(String message, Object... parts) {
        var name = name().toLowerCase(Locale.ROOT);
        var text = parts.length == 0 ? message : message.formatted(parts);
        return Problem.of(status, name, "The registry refuses", text)
                .with(MEMBER, number)
                .asException();
    }

    static ProblemException subjectNotFound(String subject) {
        return SUBJECT_NOT_FOUND.refusal("Subject '%s' not found.", subject);
    }

    static ProblemException versionNotFound(Object version) {
        return VERSION_NOT_FOUND.refusal("Version %s not found.", version);
    }

    static ProblemException notPermitted(String message, Object... parts) {
        return OPERATION_NOT_PERMITTED.refusal(message, parts);
    }
}
