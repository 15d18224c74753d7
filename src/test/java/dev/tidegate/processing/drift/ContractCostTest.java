package dev.tidegate.processing.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.governance.agreement.DocumentType;
import dev.tidegate.governance.agreement.Field;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Contract;
import dev.tidegate.processing.Given;
import dev.tidegate.processing.Normaliser;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Reading.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a contract costs a document, beside the rest of its reading. */
class ContractCostTest {
    private static final int LINES = 10;
    private static final int ROUNDS = 20_000;

    @Test
    void aContractCostsLessThanAFifthOfTheReading() {
        var bytes = order().getBytes(StandardCharsets.UTF_8);
        var bare = Given.json();
        var agreed = contract(bare, bytes);
        var document = documents(bare, bytes).getFirst();
        var compiled = CompiledContract.of(agreed.contract().fields());
        assertThat(compiled.hold(document)).isEmpty();

        var message = Given.message(bare, "application/json", bytes);
        var normaliser = new Normaliser(NormaliserSettings.DEFAULTS);
        long held = 0;
        long whole = 0;
        for (int round = 0; round < 2; round++) { // the first one warms up
            held = nanos(() -> compiled.hold(document).size());
            whole = nanos(() -> normaliser.normalise(message, bare).size());
        }

        System.out.printf(
                "%d values: %d ns to hold against the contract, %d ns to read and map%n",
                values(document), held, whole);
        assertThat(held * 5).isLessThan(whole);
    }

    private static long values(Document document) {
        var profile = new Profile();
        profile.add(document.tree());
        return profile.members.values().stream().mapToLong(ContractCostTest::leaves).sum();
    }

    private static long leaves(Profile profile) {
        return profile.leaves()
                + profile.items.map(ContractCostTest::leaves).orElse(0L)
                + profile.members.values().stream().mapToLong(ContractCostTest::leaves).sum();
    }

    private interface Work {
        int run();
    }

    private static long nanos(Work work) {
        long sum = 0;
        long from = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            sum += work.run();
        }
        long nanos = (System.nanoTime() - from) / ROUNDS;
        assertThat(sum).isNotNegative();
        return nanos;
    }

    private static SourceDefinition contract(SourceDefinition source, byte[] bytes) {
        var profile = new Profile();
        documents(source, bytes).forEach(document -> profile.add(document.tree()));
        List<Field> fields = Draft.of(profile, false, Optional.empty());
        var agreement =
                new Agreement(1, List.of(new DocumentType("order", Optional.empty(), fields)));
        return source.under(Contract.ANY.agreeing(Optional.of(agreement)));
    }

    private static List<Document> documents(SourceDefinition source, byte[] bytes) {
        var documents = new ArrayList<Document>();
        new Normaliser(NormaliserSettings.DEFAULTS)
                .documents(
                        Given.message(source, "application/json", bytes), source, documents::add);
        return documents;
    }

    private static String order() {
        return """
               {"type":"order","kind":"sales","number":"SO-1001","version":1,"ordered_at":"2026-11-18T08:12:00Z",
                "requested_on":"2026-11-25","currency":"EUR","partner":{"code":"C-17","name":"Bergfreunde"},"lines":[%s]}"""
                .formatted(
                        IntStream.rangeClosed(1, LINES)
                                .mapToObj(
                                        i ->
                                                """
                                                {"line":"%d","item":"TENT-%d","quantity":"%d","unit_price":"219.00","location":"BER-1"}"""
                                                        .formatted(i, i, i))
                                .collect(Collectors.joining(",")));
    }
}
