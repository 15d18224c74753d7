package dev.tidegate.processing.tabular;

import dev.tidegate.contract.Transcript;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.workbook.SheetName;
import dev.tidegate.processing.workbook.SheetRow;
import dev.tidegate.processing.workbook.Workbook;
import dev.tidegate.processing.workbook.WorkbookRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Some rows of a workbook, with the one that a dead letter speaks of. */
public final class WorkbookTranscript implements Transcript {
    private static final int BEFORE = 4;
    private static final int AFTER = 6;
    private static final int FIRST = 12;
    private static final Pattern PLACE =
            Pattern.compile("('(?:[^']|'')+'|[^!']+)!([A-Z]{0,3})(\\d{1,7})");

    private final NormaliserSettings settings;

    public WorkbookTranscript(NormaliserSettings settings) {
        this.settings = settings;
    }

    /** The row that a place names, and the cell in it if it names one. */
    private record Asked(String sheet, long row, OptionalInt column) {
        static Optional<Asked> of(String place) {
            var found = PLACE.matcher(place);
            return found.lookingAt() ? Optional.of(of(found)) : Optional.empty();
        }

        private static Asked of(Matcher found) {
            String sheet = found.group(1);
            String name =
                    sheet.startsWith("'")
                            ? sheet.substring(1, sheet.length() - 1).replace("''", "'")
                            : sheet;
            return new Asked(
                    name, Long.parseLong(found.group(3)), SheetName.column(found.group(2)));
        }
    }

    @Override
    public List<Row> rows(byte[] bytes, String ref, String place) {
        if (!Bytes.isZip(bytes)) {
            return List.of();
        }
        var asked = Asked.of(place).or(() -> Asked.of(ref));
        var rows = new Rows(asked.orElse(null));
        try (var workbook = Workbook.of(bytes, settings.workbook(), '.')) {
            workbook.look(
                    asked.map(Asked::sheet).stream().toList(), settings.columnsMax(), rows::add);
        } catch (WorkbookRefused | Enough _) {
            return rows.kept; // as far as it can be read
        }
        return rows.kept;
    }

    /** Keeps what is near. */
    private static final class Rows {
        private final List<Row> kept = new ArrayList<>();
        private final @Nullable Asked asked;

        Rows(@Nullable Asked asked) {
            this.asked = asked;
        }

        void add(SheetName sheet, SheetRow row) {
            long from = asked == null ? 1 : asked.row() - BEFORE;
            if (asked == null ? kept.size() >= FIRST : row.number() > asked.row() + AFTER) {
                throw new Enough();
            }
            if (kept.isEmpty() || row.number() >= from) {
                boolean its = asked != null && asked.row() == row.number();
                kept.add(
                        new Row(
                                sheet.rows(row.number(), row.number()),
                                row.cells(),
                                its,
                                asked != null && its ? asked.column() : OptionalInt.empty()));
            }
        }
    }

    /** Ends the reading: what comes is far from the place. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }
}
