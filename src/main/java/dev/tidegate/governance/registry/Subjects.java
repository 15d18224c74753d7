package dev.tidegate.governance.registry;

import dev.tidegate.platform.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a subject may be called, and how many there may be. */
final class Subjects {
    private static final int LENGTH_MAX = 512;
    private static final String OTHERS =
            "select count(*) from governance.registry_subject where tenant = ? and subject <> ?";

    private Subjects() {}

    static void refuseTooMany(JdbcClient jdbc, TenantId tenant, String subject, int subjectsMax) {
        long others = jdbc.sql(OTHERS).params(tenant.value(), subject).query(Long.class).single();
        if (others >= subjectsMax) {
            throw RegistryError.notPermitted(
                    "There are %d subjects, as many as tidegate.registry.subjects-max allows",
                    others);
        }
    }

    static void refuseUnusable(String subject) {
        if (subject.isBlank()
                || subject.length() > LENGTH_MAX
                || subject.startsWith(":")
                || subject.startsWith("__")
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw RegistryError.INVALID_SUBJECT.refusal(
                    "The specified subject '%s' is not a valid subject: it has at most %d characters,"
                            + " none of which is a control character, and begins neither with a"
                            + " colon (there are no contexts here) nor with two underscores",
                    subject, LENGTH_MAX);
        }
    }
}
