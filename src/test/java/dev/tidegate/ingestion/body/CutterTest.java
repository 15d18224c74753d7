package dev.tidegate.ingestion.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.governance.source.SourceDefinition.Contract;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import dev.tidegate.ingestion.IngestionSettings;
import dev.tidegate.ingestion.admission.Admission;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class CutterTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final String HEADER = "kind;Order-Number;movement_id;note\r\n";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void piecesJoinToTheFileAndNeverPartWhatBelongsTogether(long seed) throws Exception {
        var random = new Random(seed);
        var groups = groups(random);
        var file = HEADER + String.join("", groups);

        var pieces = cut(file, 200 + random.nextInt(400), 100_000);

        assertThat(joined(pieces)).isEqualTo(file);
        assertThat(pieces).hasSizeGreaterThan(3);
        var borders = new ArrayList<Integer>();
        int at = HEADER.length();
        for (var group : groups) {
            borders.add(at);
            at += group.getBytes(StandardCharsets.UTF_8).length;
        }
        int position = 0;
        for (var piece : pieces) {
            if (position > 0) {
                assertThat(borders).contains(position);
                assertThat(new String(piece.preamble(), StandardCharsets.UTF_8)).isEqualTo(HEADER);
            }
            position += piece.bytes().length;
        }
        assertThat(pieces.getLast().last()).isTrue();
    }

    @Test
    void whatCannotBeCutIsOnePieceOrRefused() throws Exception {
        var oneOrder = HEADER + "x;PO-1;;a\r\n".repeat(100);
        assertThat(cut(oneOrder, 200, 10_000)).hasSize(1);
        assertThat(cut(oneOrder, 200, 500)).hasSizeGreaterThan(1);

        var unclosed = HEADER + "x;PO-1;;\"a\r\n" + "x;PO-2;;a\r\n".repeat(100);
        assertThat(problem(unclosed, 200, 500)).isEqualTo("record_too_large");
    }

    @Test
    void aQuoteWithinAPlainFieldOpensNothing() throws Exception {
        var inches = HEADER + "x;PO-1;;5\" pipe\r\ny;PO-2;;6\" pipe\r\n".repeat(60);

        var pieces = cut(inches, 300, 100_000);

        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(joined(pieces)).isEqualTo(inches);
    }

    @Test
    void rowsAreNumberedThroughTheFile() throws Exception {
        var file = HEADER + "x;PO-1;;\"a\r\nb\"\r\n\r\nx;PO-2;;c\r\n".repeat(40);

        long rows = 0;
        for (var piece : cut(file, 300, 100_000)) {
            assertThat(piece.recordsBefore()).isEqualTo(rows);
            var text = new String(piece.bytes(), StandardCharsets.UTF_8);
            rows += text.replace("\"a\r\nb\"", "").chars().filter(c -> c == '\n').count();
        }
    }

    @Test
    void textInTwoBytesIsNotCut() throws Exception {
        var file = (HEADER + "x;PO-1;;a\r\n".repeat(100)).getBytes(StandardCharsets.UTF_16);

        assertThat(cutter(file, 200, 100_000).next().whole()).isTrue();
    }

    @Test
    void aWorkbookIsNotCutWhateverItIsCalled() throws Exception {
        var book = "PK\u0003\u0004" + "x;PO-1;;a\r\n".repeat(100);

        assertThat(cut(book, 200, 100_000)).hasSize(1);
    }

    @Test
    void tabsPartTheFieldsOfTsvWhateverElseTheHeaderHolds() throws Exception {
        var file =
                "note, of; whom\torder_number\n" + "a\tPO-1\n".repeat(50) + "a\tPO-2\n".repeat(50);
        var whole = source(Adapter.TSV, Map.of());
        var titled = source(Adapter.TSV, Map.of("header_row", "2"));

        assertThat(cut(whole, file, 200, 100_000)).hasSize(2);
        assertThat(Cutter.cuts(whole, "text/plain")).isTrue();
        assertThat(Cutter.cuts(titled, "text/csv")).isFalse();
        assertThat(Cutter.cuts(source(Adapter.FIXED_WIDTH, Map.of()), "text/csv")).isFalse();
    }

    /** Rows of one order, or one row with a key of its own; each a whole number of rows. */
    private static List<String> groups(Random random) {
        var groups = new ArrayList<String>();
        for (int i = 0; i < 120; i++) {
            var group = new StringBuilder();
            if (random.nextInt(4) == 0) {
                group.append("m;PO-1;MV-").append(i).append(";\"moved;\n\"\"so\"\"\"\r\n");
            } else {
                for (int row = 0; row <= random.nextInt(6); row++) {
                    group.append(row).append(";PO-").append(i).append(";;\u00fc");
                    group.append("y".repeat(random.nextInt(20))).append("\r\n");
                }
            }
            groups.add(group.toString());
        }
        return groups;
    }

    private static List<Cutter.Piece> cut(String file, int bytes, int bytesMax) throws Exception {
        return cut(source(Adapter.CSV, Map.of()), file, bytes, bytesMax);
    }

    private static List<Cutter.Piece> cut(
            SourceDefinition source, String file, int bytes, int bytesMax) throws Exception {
        var cutter = cutter(source, file.getBytes(StandardCharsets.UTF_8), bytes, bytesMax);
        var pieces = new ArrayList<Cutter.Piece>();
        for (var piece = cutter.next(); piece != null; piece = cutter.next()) {
            pieces.add(piece);
        }
        return pieces;
    }

    private static String problem(String file, int bytes, int bytesMax) throws Exception {
        try {
            cut(file, bytes, bytesMax);
            return "";
        } catch (BodyRefused e) {
            return e.problem().code();
        }
    }

    private static String joined(List<Cutter.Piece> pieces) {
        var all = new ByteArrayOutputStream();
        pieces.forEach(piece -> all.writeBytes(piece.bytes()));
        return all.toString(StandardCharsets.UTF_8);
    }

    private static Cutter cutter(byte[] file, int bytes, int bytesMax) throws Exception {
        return cutter(source(Adapter.CSV, Map.of()), file, bytes, bytesMax);
    }

    private static SourceDefinition source(Adapter adapter, Map<String, String> parameters) {
        return new SourceDefinition(
                ACME,
                new SourceId("csv"),
                adapter,
                new MappingVersion("csv", 1, "$"),
                Optional.empty(),
                Optional.empty(),
                Contract.ANY,
                parameters,
                Strictness.LENIENT,
                Duration.ofMinutes(1));
    }

    private static Cutter cutter(SourceDefinition source, byte[] file, int bytes, int bytesMax)
            throws Exception {
        var bounds = new Body.Bounds(1_000_000, Duration.ofSeconds(10), 100, "");
        var body = new Body(new Trickle(file), null, -1, bounds);
        var pass =
                new Admission(settings(), tenant -> 0, Clock.systemUTC()).enter(ACME).orElseThrow();
        return Cutter.of(source, "text/csv", body, pass, bytes, bytesMax);
    }

    private static IngestionSettings settings() {
        var megabytes = DataSize.ofMegabytes(1);
        var second = Duration.ofSeconds(1);
        return new IngestionSettings(
                megabytes, megabytes, megabytes, megabytes, 10, second, second, 10, megabytes,
                megabytes, 100, 10, 10, 10, 10, second);
    }

    /** Gives its bytes as a network does: few and many at a time. */
    private static final class Trickle extends InputStream {
        private final ByteArrayInputStream bytes;
        private final Random random = new Random(5);

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, Math.min(length, 1 + random.nextInt(97)));
        }
    }
}
