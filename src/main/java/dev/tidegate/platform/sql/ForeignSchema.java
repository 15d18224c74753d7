package dev.tidegate.platform.sql;

/**
 * The database was laid out by scripts that this build does not have: by a build that came before,
 * or after. Its data stay as they are.
 */
public final class ForeignSchema extends RuntimeException {
    private static final long serialVersionUID = 1;

    ForeignSchema(String module, Throwable cause) {
        super(
                "the database was laid out by another build of Tidegate (schema " + module + ")",
                cause);
    }
}
