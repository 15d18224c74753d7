package dev.tidegate.governance.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version of a mapping: a draft that may still be changed, or one that is published and never
 * changes.
 *
 * @param note why, in its author's words; may be empty
 * @param author who wrote it
 * @param reviewer who published the draft; null where it was published at once
 * @param changedAt when it was written last
 * @param publishedAt null for a draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappingRevision(
        String name,
        int version,
        State state,
        String expression,
        String note,
        String author,
        @Nullable String reviewer,
        Instant changedAt,
        @Nullable Instant publishedAt) {

    /** Whether it may still be changed. */
    public enum State {
        DRAFT,
        PUBLISHED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String PUBLISHED =
            """
            select name, version, 'PUBLISHED' as state, expression, note, author, reviewer, published_at as changed_at, published_at
            from governance.mapping
            """;
    static final String DRAFTS =
            """
            select name, version, 'DRAFT' as state, expression, note, author, null as reviewer, changed_at, null as published_at
            from governance.mapping_draft
            """;

    static MappingRevision read(ResultSet row, int n) throws SQLException {
        var published = row.getObject(9, OffsetDateTime.class);
        return new MappingRevision(
                row.getString(1),
                row.getInt(2),
                State.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                published == null ? null : published.toInstant());
    }

    boolean isDraft() {
        return state == State.DRAFT;
    }

    MappingVersion asVersion() {
        return new MappingVersion(name, version, expression);
    }
}
