package dev.tidegate.console.mappings;

import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.source.MappingCases;
import dev.tidegate.governance.source.MappingStudio;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the studio may be opened with: a message that came, or a golden case. */
public final class Samples {
    private final MappingStudio studio;
    private final RawReader raw;
    private final Receipts receipts;

    Samples(MappingStudio studio, RawReader raw, Receipts receipts) {
        this.studio = studio;
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
     * The message's first part.
     *
     * @throws dev.tidegate.platform.web.ProblemException where the receipt is none of the tenant's
     */
    Shown ofReceipt(TenantId tenant, String receipt) {
        return receipts.read(tenant, receipt)
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

    /** The case of that name, or the first; an empty sample where the mapping has none. */
    Shown ofCase(TenantId tenant, String mapping, Optional<String> name) {
        var cases = studio.cases(tenant, mapping);
        return cases.stream()
                .filter(one -> name.map(one.name()::equals).orElse(true))
                .findFirst()
                .map(one -> Shown.of(one.source(), one.contentType(), one.content()))
                .orElseGet(() -> empty(studio.sources(tenant, mapping)));
    }

    private static Shown empty(List<MappingStudio.Reader> sources) {
        String source = sources.isEmpty() ? "" : sources.getFirst().source();
        return new Shown(source, "", "");
    }
}
