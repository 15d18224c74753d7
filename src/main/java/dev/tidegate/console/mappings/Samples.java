package dev.tidegate.console.mappings;

import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.source.MappingCases;
import dev.tidegate.governance.source.MappingStudio;
import dev.tidegate.operations.journal.EventQueries;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What the studio may be opened with: a message that came, or a golden case. */
public final class Samples {
    private static final int ENTRIES = 50;
    private static final int MESSAGES = 8;

    private final MappingStudio studio;
    private final EventQueries events;
    private final RawReader raw;
    private final Receipts receipts;

    Samples(MappingStudio studio, EventQueries events, RawReader raw, Receipts receipts) {
        this.studio = studio;
        this.events = events;
        this.raw = raw;
        this.receipts = receipts;
    }

    /**
     * @param content as text: bytes that are no UTF-8 are shown as ISO 8859-1
     */
    public record Shown(String source, String contentType, String content) {
        static Shown of(String source, String contentType, byte[] bytes) {
            byte[] shown =
                    bytes.length > MappingCases.CONTENT_SIZE_MAX
                            ? Arrays.copyOf(bytes, MappingCases.CONTENT_SIZE_MAX)
                            : bytes;
            return new Shown(source, contentType, text(shown));
        }

        private static String text(byte[] bytes) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException notUtf8) {
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        }
    }

    /**
     * A message that came.
     *
     * @param content what it is about, in a few words
     */
    public record Message(String receipt, String content) {}

    /** The newest of a source; none for whoever may not see messages elsewhere. */
    List<Message> newest(Caller caller, String source) {
        if (source.isEmpty() || !caller.may(Scopes.INGEST_WRITE)) {
            return List.of();
        }
        var any = EventQueries.Filter.ANY;
        var filter =
                new EventQueries.Filter(
                        any.key(),
                        any.type(),
                        Optional.of(source),
                        any.fate(),
                        any.from(),
                        any.to(),
                        any.text());
        var met = new HashSet<String>();
        return events.list(caller.tenant(), filter, Optional.empty(), ENTRIES).items().stream()
                .filter(entry -> met.add(entry.receipt()))
                .map(
                        entry ->
                                new Message(
                                        entry.receipt(),
                                        entry.type().replace('_', ' ') + " " + entry.key()))
                .limit(MESSAGES)
                .toList();
    }

    /**
     * The message's first part.
     *
     * @throws dev.tidegate.platform.web.ProblemException where the receipt is none of the tenant's,
     *     or the caller may not see messages
     */
    Shown ofReceipt(Caller caller, String receipt) {
        var tenant = caller.tenant();
        return receipts.read(tenant, receipt)
                .filter(told -> caller.may(Scopes.INGEST_WRITE))
                .flatMap(told -> raw.find(tenant, told.first()))
                .map(
                        kept ->
                                Shown.of(
                                        kept.message().source().value(),
                                        kept.message().contentType(),
                                        kept.message().bytes()))
                .orElseThrow(
                        () ->
                                Problem.of(
                                                404,
                                                "receipt_not_found",
                                                "There is no such message",
                                                "No message of yours has this receipt.",
                                                "Use the receipt as it was given.")
                                        .asException());
    }

    /**
     * The case of that name, or the first; where the mapping has none, the newest message of the
     * source that it reads.
     */
    Shown ofCase(Caller caller, String mapping, Optional<String> name) {
        var tenant = caller.tenant();
        var cases = studio.cases(tenant, mapping);
        return cases.stream()
                .filter(one -> name.map(one.name()::equals).orElse(true))
                .findFirst()
                .map(one -> Shown.of(one.source(), one.contentType(), one.content()))
                .orElseGet(() -> newest(caller, studio.sources(tenant, mapping)));
    }

    private Shown newest(Caller caller, List<MappingStudio.Reader> sources) {
        String source = sources.isEmpty() ? "" : sources.getFirst().source();
        return newest(caller, source).stream()
                .findFirst()
                .map(message -> ofReceipt(caller, message.receipt()))
                .orElseGet(() -> new Shown(source, "", ""));
    }
}
