package dev.tidegate.processing.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.accounting.Span;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.processing.Samples;
import dev.tidegate.proof.works.Given;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a rehearsal tells is what happens when the mapping is published. */
class RehearsalTest {
    private static final int CHANGES = (int) Given.number("changes", 20);
    private static final RehearsalSettings SETTINGS =
            new RehearsalSettings(1_000_000, 100_000, Duration.ofMinutes(1), 1, 10, 50);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static Plant plant;
    private static Served served;
    private static String token;
    private static String stranger;
    private static List<RawAddress> sent;

    @BeforeAll
    static void open() throws IOException {
        plant = Plant.open(RehearsalTest.class);
        served = Served.on(plant, Set.of(Role.API), Map.of());
        token = client("acme");
        stranger = client("globex");
        use(token, base());
        use(stranger, base());
        sent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            sent.add(send(token, "acme", Samples.JSON_ORDER.replace("SO-1001", "SO-" + i)));
            sent.add(send(token, "acme", Samples.JSON_MOVEMENT.replace("MV-1", "MV-" + i)));
            sent.add(send(token, "acme", "{\"type\":\"nonsense\",\"number\":\"" + i + "\"}"));
        }
        send(stranger, "globex", Samples.JSON_ORDER);
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @Test
    void whatIsRehearsedIsWhatHappensForEveryOneOfManySeededChanges() {
        int effective = 0;
        for (int seed = 0; seed < CHANGES; seed++) {
            String expression = changed(new Random(seed), base());
            var told = rehearse(token, Map.of("expression", expression));
            var before = read();
            use(token, expression);
            var happened = difference(before, read());
            use(token, base());

            assertThat(told.path("difference").asString())
                    .as("seed %d: %s", seed, expression)
                    .isEqualTo(happened.difference());
            assertThat(told.path("messages").asLong()).isEqualTo(sent.size());
            assertThat(told.path("entries").toString())
                    .isEqualTo(JSON.writeValueAsString(happened.entries()));
            effective += happened.difference().matches("0+") ? 0 : 1;
        }
        assertThat(effective).as("changes that change something").isGreaterThan(CHANGES / 2);
    }

    @Test
    void aChangeIsShownFieldByFieldWithItsReceipt() {
        var told =
                rehearse(
                        token,
                        Map.of(
                                "expression",
                                wrapped(
                                        base(),
                                        "$merge([$e, {'body': $merge([$e.body, {'status': 'cancelled'}])}])")));

        var example = example(told, "changed");
        assertThat(example.path("ref").asString()).isEqualTo("/");
        assertThat(example.at("/before/type").asString()).isEqualTo("order");
        assertThat(example.at("/fields/0/pointer").asString()).isEqualTo("/status");
        assertThat(example.at("/fields/0/before").asString()).isEqualTo("open");
        assertThat(example.at("/fields/0/after").asString()).isEqualTo("cancelled");
        assertThat(
                        served.get(token, "/v1/receipts/" + example.path("receipt").asString())
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatBreaksAndWhatIsMendedIsToldWithItsReason() {
        var told =
                rehearse(
                        token,
                        Map.of(
                                "expression",
                                wrapped(
                                        base(),
                                        "type = 'stock_movement' ? $merge([$e, {'body': $merge([$e.body, {'quantity': 'many'}])}])"
                                                + " : type = 'nonsense' ? {'type': 'document', 'body': {'kind': 'other', 'number': 'N', 'issued_at': '2026-11-24'}}"
                                                + " : $e")));

        assertThat(example(told, "broken").at("/after/code").asString()).isEqualTo("not_a_decimal");
        assertThat(example(told, "broken").at("/after/place").asString()).isNotEmpty();
        assertThat(example(told, "fixed").at("/before/code").asString())
                .isEqualTo("unsupported_type");
    }

    @Test
    void theSameMappingChangesNothingAndOthersMessagesAreNotRead() {
        var told = rehearse(stranger, Map.of("expression", " " + base()));

        assertThat(told.path("messages").asLong()).isEqualTo(1);
        assertThat(told.path("entries").propertyNames()).containsExactly("same");
        assertThat(told.path("difference").asString()).matches("0{64}");
        assertThat(told.path("examples")).isEmpty();
    }

    @Test
    void changesAreCountedByPartner() {
        var told =
                rehearse(
                        token,
                        Map.of(
                                "expression",
                                wrapped(base(), "$merge([$e, {'key': 'K-' & $e.body.number}])")));

        var names = new ArrayList<String>();
        told.path("partners").forEach(one -> names.add(one.path("partner").asString()));
        assertThat(names).contains("C-77", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 422 | invalid_field",
                "{\"mapping\":\"json@1\",\"expression\":\"$\"} | 422 | invalid_field",
                "{\"mapping\":\"json\"} | 422 | invalid_field",
                "{\"mapping\":\"json@9999\"} | 422 | unknown_mapping",
                "{\"code_lists\":{\"x12-355\":99}} | 422 | unknown_code_list",
                "{\"expression\":\"{{\"} | 422 | expression_does_not_compile",
                "{\"expression\":\"$\",\"from\":\"2026-11-25T00:00:00Z\",\"to\":\"2026-11-24T00:00:00Z\"} | 400 | invalid_parameter"
            })
    void aCandidateThatIsNoneIsRefused(String body, int status, String code) {
        var answer = served.post(token, "/v1/sources/json/rehearsals", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Served.json(answer).path("code").asString()).isEqualTo(code);
    }

    @Test
    void aRepurposedCodeIsRehearsedBeforeAMappingIsBoundToIt() {
        publishList("{\"SO-1\":\"open\",\"SO-2\":\"open\"}");
        String reading =
                wrapped(
                        base(),
                        "$e.type = 'order' ? $merge([$e, {'body': $merge([$e.body,"
                                + " {'status': $code('own-state', $e.body.number, 'open')}])}]) : $e");
        use(token, reading);
        int next = publishList("{\"SO-1\":\"cancelled\",\"SO-2\":\"open\"}");
        var before = read();

        var told = rehearse(token, Map.of("code_lists", Map.of("own-state", next)));
        assertThat(read()).as("a list's next version changes nothing by itself").isEqualTo(before);
        assertThat(told.at("/entries/changed").asInt()).isEqualTo(1);
        assertThat(example(told, "changed").at("/fields/0/after").asString())
                .isEqualTo("cancelled");

        use(token, reading);
        assertThat(told.path("difference").asString())
                .isEqualTo(difference(before, read()).difference());
        use(token, base());
    }

    private static int publishList(String codes) {
        var answer =
                served.post(
                        token, "/v1/code-lists/own-state/versions", "{\"codes\":" + codes + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Served.json(answer).path("version").asInt();
    }

    @Test
    void aSpanHoldsWhatWasAcceptedInIt() {
        var told = rehearse(token, Map.of("expression", base(), "to", "2020-01-01T00:00:00Z"));
        assertThat(told.path("messages").asLong()).isZero();
        assertThat(told.path("complete").asBoolean()).isTrue();
    }

    private static JsonNode example(JsonNode told, String kind) {
        for (var example : told.path("examples")) {
            if (example.path("kind").asString().equals(kind)) {
                return example;
            }
        }
        throw new AssertionError("no " + kind + " in " + told);
    }

    private static JsonNode rehearse(String token, Map<String, ?> candidate) {
        var answer =
                served.post(
                        token, "/v1/sources/json/rehearsals", JSON.writeValueAsString(candidate));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Served.json(answer);
    }

    /** Every message as the source is read at this moment. */
    private static List<List<CanonicalEvent>> read() {
        var interpreter = served.bean(Interpreter.class);
        return messages().stream().map(m -> interpreter.interpret(m, Optional.empty())).toList();
    }

    private static List<RawMessage> messages() {
        var raw = served.bean(RawReader.class);
        return sent.stream()
                .map(address -> raw.find(new TenantId("acme"), address).orElseThrow().message())
                .toList();
    }

    private static Report.Told difference(
            List<List<CanonicalEvent>> before, List<List<CanonicalEvent>> after) {
        var report = new Report(JSON, served.bean(Receipts.class), SETTINGS);
        for (int i = 0; i < before.size(); i++) {
            report.add(Change.of(before.get(i), after.get(i)));
        }
        var source = served.bean(SourceCatalog.class);
        var present = source.find(new TenantId("acme"), new SourceId("json")).orElseThrow();
        return report.told(
                new Rehearsals.Asked(
                        present, present, new Span(Optional.empty(), Optional.empty())),
                true);
    }

    /** A change as somebody might make it, by the seed. */
    private static String changed(Random random, String base) {
        int digit = random.nextInt(10);
        String ends = "$substring($string($e.body.number), -1) = '" + digit + "'";
        String change =
                switch (random.nextInt(9)) {
                    case 0 -> "$merge([$e, {'version': " + (100 + digit) + "}])";
                    case 1 -> "$merge([$e, {'dedupe': $e.body.number & '" + digit + "'}])";
                    case 2 ->
                            ends + " ? $reject('data_quality', 'refused', '', 'Ends so.', '') : $e";
                    case 3 -> ends + " ? [$e, $merge([$e, {'dedupe': 'x', 'key': 'second'}])] : $e";
                    case 4 -> "$merge([$e, {'body': $merge([$e.body, {'currency': 'CHF'}])}])";
                    case 5 ->
                            ends
                                    + " ? $merge([$e, {'body': $merge([$e.body, {'lines': []}])}]) : $e";
                    case 6 ->
                            "$e.type = 'nonsense' ? {'type': 'document', 'body': {'kind': 'other', 'number': 'N"
                                    + digit
                                    + "', 'issued_at': '2026-11-24'}} : $e";
                    case 7 ->
                            "$e ~> |body.lines|{'quantity': $quantity(quantity) + " + digit + "}|";
                    default -> "$merge([$e, {'ordering': 'o" + digit + "'}])";
                };
        return wrapped(base, change);
    }

    private static String wrapped(String base, String change) {
        return "($e := (" + base + "); " + change + ")";
    }

    private static String base() {
        try (var in = RehearsalTest.class.getResourceAsStream("/mappings/json.jsonata")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String client(String tenant) {
        return served.token(
                served.client(
                        tenant + "-rehearses",
                        tenant,
                        "ingest:write",
                        "mappings:read",
                        "mappings:write"));
    }

    private static void use(String token, String expression) {
        var published =
                served.post(
                        token,
                        "/v1/mappings/json/versions",
                        JSON.writeValueAsString(Map.of("expression", expression)));
        assertThat(published.statusCode()).as(published.body()).isBetween(200, 201);
        int version = Served.json(published).path("version").asInt();
        var put =
                served.put(
                        token,
                        "/v1/sources/json",
                        "{\"adapter\":\"json\",\"mapping\":\"json@" + version + "\"}");
        assertThat(put.statusCode()).as(put.body()).isBetween(200, 201);
    }

    private static RawAddress send(String token, String tenant, String text) {
        var answer = served.post(token, "/v1/sources/json/messages", text);
        assertThat(answer.statusCode()).isEqualTo(202);
        return served.bean(Receipts.class)
                .read(new TenantId(tenant), Served.json(answer).path("receipt").asString())
                .orElseThrow()
                .addresses()
                .getFirst();
    }
}
