package dev.tidegate.processing.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.governance.agreement.DocumentType;
import dev.tidegate.governance.drift.Departure;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.Given;
import dev.tidegate.processing.Normaliser;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Reading.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is learned of documents of every format is what these documents are. */
class LearnedContractTest {
    private static SourceDefinition source(String name) {
        return switch (name) {
            case "json" -> Given.json();
            case "csv" -> Given.csv();
            case "x12" -> Given.x12();
            case "edifact" -> Given.edifact();
            case "epcis" -> Given.epcis();
            default -> Given.xml(name);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "json, acme/03-orders.json",
        "csv, acme/04-orders.csv",
        "csv, acme/01-stock-counts.csv",
        "x12, acme/06-order-850.x12",
        "x12, acme/07-ship-notice-856.x12",
        "edifact, initech/06-order-ORDERS.edifact",
        "idoc, acme/11-goods-movements-MBGMCR04.idoc",
        "ubl, globex/07-despatch-advice.ubl",
        "gs1, globex/08-order.gs1",
        "cxml, initech/07-ship-notice.cxml",
        "epcis, globex/06-vaccine-cases.epcis"
    })
    void whatWasLearnedFromDocumentsHolds(String name, String file) throws IOException {
        var documents = documents(source(name), file);
        assertThat(documents).isNotEmpty();
        var profile = new Profile();
        documents.forEach(document -> profile.add(document.tree()));
        var fields = Draft.of(profile, !List.of("json", "csv").contains(name), Optional.empty());
        assertThat(fields).hasSizeGreaterThan(3);

        var contract =
                CompiledContract.of(
                        Optional.of(
                                new Agreement(
                                        1,
                                        List.of(
                                                new DocumentType(
                                                        name, Optional.empty(), fields)))));

        for (Document document : documents) {
            assertThat(contract.hold(document)).isEmpty();
            document.tree().put("never_agreed", "x");
            assertThat(contract.hold(document))
                    .singleElement()
                    .extracting(Departure::path)
                    .isEqualTo("/never_agreed");
        }
    }

    private static List<Document> documents(SourceDefinition source, String file)
            throws IOException {
        try (var in = LearnedContractTest.class.getResourceAsStream("/demo/" + file)) {
            var bytes = Objects.requireNonNull(in).readAllBytes();
            var documents = new ArrayList<Document>();
            new Normaliser(NormaliserSettings.DEFAULTS)
                    .documents(
                            Given.message(source, "application/octet-stream", bytes),
                            source,
                            documents::add);
            return documents;
        }
    }
}
