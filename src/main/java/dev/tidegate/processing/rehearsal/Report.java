package dev.tidegate.processing.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tidegate.contract.BodyJson;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Receipt;
import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.web.JsonDifference;
import dev.tidegate.processing.rehearsal.Change.Kind;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adds up what a candidate would change, message by message, in whatever order they come. */
final class Report {
    private static final int DIGEST_BYTES = 32;
    private static final BigInteger DIGESTS = BigInteger.ONE.shiftLeft(8 * DIGEST_BYTES);

    private final JsonMapper json;
    private final Receipts receipts;
    private final RehearsalSettings settings;
    private final MessageDigest sha256 = sha256();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<String, Map<Kind, Long>> partners = new TreeMap<>();
    private final Map<Kind, List<Example>> examples = new EnumMap<>(Kind.class);
    private BigInteger difference = BigInteger.ZERO;
    private long messages;

    Report(JsonMapper json, Receipts receipts, RehearsalSettings settings) {
        this.json = json;
        this.receipts = receipts;
        this.settings = settings;
    }

    /**
     * What an entry is read as.
     *
     * @param body of what isn't dead
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Read(
            String type,
            String key,
            @JsonProperty("class") @Nullable String failureClass,
            @Nullable String code,
            @Nullable String place,
            @Nullable String reason) {
        static Read of(CanonicalEvent event) {
            boolean dead = Change.isDead(event);
            return new Read(
                    event.type().label(),
                    event.key(),
                    dead ? text(event, "class") : null,
                    dead ? text(event, "code") : null,
                    dead ? text(event, "place") : null,
                    dead ? text(event, "reason") : null);
        }

        private static String text(CanonicalEvent event, String field) {
            return String.valueOf(event.body().get(field));
        }
    }

    /** An entry that would change, and in which fields. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Example(
            String kind,
            String receipt,
            String ref,
            String partner,
            @Nullable Read before,
            @Nullable Read after,
            List<JsonDifference> fields) {}

    /** Counts of one other party; its name is empty where none is told. */
    record Partner(String partner, Map<String, Long> entries) {}

    /**
     * What would change.
     *
     * @param before the mapping that reads the source now
     * @param candidate the mapping that was rehearsed
     * @param from the span of time that was read
     * @param complete false where a bound ended the reading before the span's end
     * @param entries how many meet each kind of change
     * @param difference hash of all that is not the same; all zeros where nothing is
     */
    record Told(
            String source,
            String before,
            String candidate,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean complete,
            long messages,
            Map<String, Long> entries,
            String difference,
            List<Partner> partners,
            List<Example> examples) {}

    void add(List<Change> changes) {
        messages++;
        for (Change change : changes) {
            var kind = change.kind();
            counts.merge(kind, 1L, Long::sum);
            partners.computeIfAbsent(change.partner(), _ -> new EnumMap<>(Kind.class))
                    .merge(kind, 1L, Long::sum);
            if (kind != Kind.SAME) {
                byte[] digest = sha256.digest(change.told().getBytes(StandardCharsets.UTF_8));
                difference = difference.add(new BigInteger(1, digest)).mod(DIGESTS);
                show(change);
            }
        }
    }

    private void show(Change change) {
        var shown = examples.computeIfAbsent(change.kind(), _ -> new ArrayList<>());
        if (shown.size() < settings.examplesMax()) {
            var before = Optional.ofNullable(change.before());
            var after = Optional.ofNullable(change.after());
            shown.add(
                    new Example(
                            change.kind().label(),
                            receipt(change.either()),
                            change.either().ref(),
                            change.partner(),
                            before.map(Read::of).orElse(null),
                            after.map(Read::of).orElse(null),
                            before.isPresent() && after.isPresent()
                                    ? fields(before.get(), after.get())
                                    : List.of()));
        }
    }

    private String receipt(CanonicalEvent event) {
        return receipts.text(event.tenant(), Receipt.of(event.id().address()));
    }

    private List<JsonDifference> fields(CanonicalEvent before, CanonicalEvent after) {
        return before.type() == after.type()
                ? JsonDifference.between(body(before), body(after), settings.fieldsMax())
                : List.of();
    }

    private JsonNode body(CanonicalEvent event) {
        return json.readTree(BodyJson.of(event.body()));
    }

    Told told(Rehearsals.Asked asked, boolean complete) {
        return new Told(
                asked.present().source().value(),
                asked.present().mapping().label(),
                asked.candidate().mapping().label(),
                asked.span().from().orElse(null),
                asked.span().to().orElse(null),
                complete,
                messages,
                labelled(counts),
                HexFormat.of().formatHex(digest()),
                partners.entrySet().stream()
                        .map(one -> new Partner(one.getKey(), labelled(one.getValue())))
                        .toList(),
                examples.values().stream().flatMap(List::stream).toList());
    }

    private byte[] digest() {
        byte[] told = difference.toByteArray();
        var digest = new byte[DIGEST_BYTES];
        int length = Math.min(told.length, DIGEST_BYTES);
        System.arraycopy(told, told.length - length, digest, DIGEST_BYTES - length, length);
        return digest;
    }

    private static Map<String, Long> labelled(Map<Kind, Long> counts) {
        var labelled = new TreeMap<String, Long>();
        counts.forEach((kind, count) -> labelled.put(kind.label(), count));
        return labelled;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
