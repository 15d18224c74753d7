package dev.tidegate.processing.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import dev.tidegate.processing.Given;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a partner is told of what it sent. */
class AnswersTest {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*BIGSTORE       *01*ACME           *261124*0930*%s*%s*000000905*%s*P*>~";
    private static final String ORDER = "ST*850*0001~BEG*00*SA*PO-1**20261124~SE*3*0001~";

    @Test
    void eachSetOfAGroupHasItsWordAndWhatIsWrongItsPlace() throws IOException {
        var answer = answered(Given.x12(), golden("order-850.x12"));

        assertThat(segments(answer))
                .containsSubsequence(
                        "ISA*00*          *00*          *ZZ*ACME           *ZZ*BIGSTORE       *261124*1000*U*00401*000000042*0*P*>",
                        "GS*FA*ACME*BIGSTORE*20261124*1000*42*X*004010",
                        "ST*997*0001",
                        "AK1*PO*1",
                        "AK2*850*0001",
                        "AK5*A",
                        "AK2*850*0002",
                        "AK5*A",
                        "AK2*850*0003",
                        "AK3*BEG*2**8",
                        "AK4*3**1",
                        "AK5*R*5",
                        "AK2*850*0004",
                        "AK3*PO1*3**8",
                        "AK4*2**6",
                        "AK5*R*5",
                        "AK9*P*4*4*2",
                        "GE*1*42",
                        "IEA*1*000000042");
        assertThat(EdiJudges.staedi(answer.bytes())).isEmpty();
    }

    @Test
    void aWrongCountIsAnErrorToTheLenientAndARefusalToTheStrict() {
        var told = interchange("U", "00401", "0", "PO", "004010", ORDER.replace("SE*3", "SE*9"));

        assertThat(segments(answered(Given.x12(), told))).contains("AK5*R*4", "AK9*R*1*1*0");
        var lenient = Given.with(Given.x12(), Strictness.LENIENT);
        assertThat(segments(answered(lenient, told))).contains("AK5*E*4", "AK9*E*1*1*1");
    }

    @Test
    void aGroupThatIsMiscountedIsAcceptedWithErrors() {
        var told =
                new String(
                        interchange("U", "00401", "0", "PO", "004010", ORDER),
                        StandardCharsets.UTF_8);
        var answer =
                answered(
                        Given.x12(),
                        told.replace("GE*1*7", "GE*3*8").getBytes(StandardCharsets.UTF_8));

        assertThat(segments(answer)).contains("AK5*A", "AK9*E*3*1*1*5*4");
    }

    @Test
    void whatTheContentMeansIsNoMatterOfSyntax() {
        // a line without an item: a dead letter, and yet a set that is right
        var set = "ST*850*0001~BEG*00*SA*PO-1**20261124~PO1*1*5*EA*1~SE*4*0001~";
        var told = interchange("U", "00401", "0", "PO", "004010", set);

        assertThat(Given.events(Given.x12(), told).getFirst().type())
                .isEqualTo(EventType.DEAD_LETTER);
        assertThat(segments(answered(Given.x12(), told))).contains("AK5*A", "AK9*A*1*1*1");
    }

    @Test
    void version5010IsAnsweredWithA999() throws IOException {
        var told = interchange("^", "00501", "0", "PO", "005010", ORDER.replace("*PO-1*", "**"));
        var answer = answered(Given.x12(), told);

        assertThat(segments(answer))
                .containsSubsequence(
                        "ST*999*0001*005010X231A1",
                        "AK1*PO*7*005010",
                        "AK2*850*0001",
                        "IK3*BEG*2**8",
                        "IK4*3**1",
                        "IK5*R*5",
                        "AK9*R*1*1*0");
        assertThat(EdiJudges.staedi(answer.bytes())).isEmpty();
    }

    @Test
    void anInterchangeThatAsksForItHasATa1() throws IOException {
        var told = interchange("U", "00401", "1", "PO", "004010", ORDER);
        var answer = answered(Given.x12(), told);

        assertThat(segments(answer))
                .containsSubsequence("TA1*000000905*261124*0930*A*000", "ST*997*0001");
        assertThat(EdiJudges.staedi(answer.bytes())).isEmpty();
    }

    @Test
    void anAcknowledgementIsNeverAcknowledged() throws IOException {
        var x12 = answered(Given.x12(), interchange("U", "00401", "0", "PO", "004010", ORDER));
        assertThat(answer(Given.x12(), x12.bytes())).isEmpty();
        var edifact = answered(Given.edifact(), golden("order-ORDERS.edifact"));
        assertThat(answer(Given.edifact(), edifact.bytes())).isEmpty();
        assertThat(answer(Given.json(), "{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void ourAnswersAreReadAsWhatTheySay() throws IOException {
        var x12 = answered(Given.x12(), golden("order-850.x12"));
        assertThat(statuses(Given.events(Given.x12(), x12.bytes())))
                .containsExactly("1 partially_accepted");
        var edifact = answered(Given.edifact(), golden("order-ORDERS.edifact"));
        assertThat(statuses(Given.events(Given.edifact(), edifact.bytes())))
                .containsExactly("7001 accepted");
    }

    @Test
    void eachMessageOfAnInterchangeHasItsWordAndWhatIsWrongItsPlace() throws IOException {
        var answer = answered(Given.edifact(), golden("order-ORDERS.edifact"));

        assertThat(segments(answer))
                .containsSubsequence(
                        "UNB+UNOC:3+4098765000010:14+4012345000009:14+261124:1000+42",
                        "UNH+1+CONTRL:D:3:UN",
                        "UCI+7001+4012345000009:14+4098765000010:14+7",
                        "UCM+1+ORDERS:D:96A:UN:EAN008+7",
                        "UCM+2+ORDERS:D:01B:UN:EAN010+4",
                        "UCS+6",
                        "UCD+37+2:2",
                        "UNZ+1+42");
        assertThat(EdiJudges.staedi(answer.bytes())).isEmpty();
    }

    @Test
    @Tag("real-data")
    void whateverIsSentIsAnsweredSetBySetAndReadsBack() throws IOException {
        for (SourceDefinition source : List.of(Given.x12(), Given.edifact())) {
            boolean x12 = source.equals(Given.x12());
            var wrong = new ArrayList<String>();
            int answered = 0;
            for (Path file : fixtures(x12 ? "edi-x12" : "edifact")) {
                var bytes = Files.readAllBytes(file);
                var answer = answer(source, bytes);
                if (answer.isPresent()) {
                    answered++;
                    var events = Given.events(source, answer.get().bytes());
                    if (events.stream().anyMatch(e -> e.type() != EventType.ACKNOWLEDGEMENT)) {
                        wrong.add(file + " " + Given.told(events));
                    }
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(answered).isGreaterThan(20);
        }
    }

    private static List<String> statuses(List<CanonicalEvent> events) {
        return events.stream()
                .map(event -> event.body().get("number") + " " + event.body().get("status"))
                .toList();
    }

    private static byte[] interchange(
            String isa11, String isa12, String isa14, String group, String version, String sets) {
        var text =
                ISA.formatted(isa11, isa12, isa14)
                        + "GS*%s*BIGSTORE*ACME*20261124*0930*7*X*%s~".formatted(group, version)
                        + sets
                        + "GE*1*7~IEA*1*000000905~";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Answers.Answer answered(SourceDefinition source, byte[] bytes) {
        return answer(source, bytes).orElseThrow();
    }

    private static Optional<Answers.Answer> answer(SourceDefinition source, byte[] bytes) {
        var answers =
                new Answers(
                        (message, mapping) -> Given.events(message, source),
                        OutboundSettings.DEFAULTS);
        var message = Given.message(source, "application/octet-stream", bytes);
        return answers.to(message, source.adapter(), Optional.of(42L));
    }

    private static List<String> segments(Answers.Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
    }

    private static byte[] golden(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/golden", name));
    }

    private static List<Path> fixtures(String folder) throws IOException {
        var root =
                Stream.of("../shared/fixtures", "../../shared/fixtures")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeThat(root).as("the real messages stand beside the project").isPresent();
        try (var found = Files.walk(root.orElseThrow().resolve(folder))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
