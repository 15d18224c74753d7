package dev.tidegate.governance.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.processing.Samples;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A version is written as a draft, looked at by another, and then published for good. */
class MappingDraftsTest {
    private static final String PLAIN = "{'type': type, 'version': version, 'body': $}";
    private static final String OTHER_CURRENCY =
            "{'type': type, 'version': version, 'body': $merge([$, {'currency': 'CHF'}])}";

    private static Plant plant;
    private static Served served;
    private static String author;
    private static String reviewer;

    @BeforeAll
    static void open() {
        plant = Plant.open(MappingDraftsTest.class);
        served = Served.on(plant, Set.of(Role.API), Map.of());
        author = served.token(served.client("acme-author", "acme", "mappings:write"));
        reviewer = served.token(served.client("acme-reviewer", "acme", "mappings:write"));
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @Test
    void aDraftIsChangedUntilItIsPublishedAndNeverAfterwards() {
        var draft = draft("changed", PLAIN, "first");
        assertThat(draft.statusCode()).isEqualTo(201);
        assertThat(Served.json(draft).path("state").asString()).isEqualTo("draft");
        assertThat(Served.json(draft).path("version").asInt()).isEqualTo(1);

        var changed = change(author, "changed", 1, OTHER_CURRENCY);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);

        var published = Served.json(publish(reviewer, "changed", 1));
        assertThat(published.path("state").asString()).isEqualTo("published");
        assertThat(published.path("author").asString()).isEqualTo("acme-author");
        assertThat(published.path("reviewer").asString()).isEqualTo("acme-reviewer");
        assertThat(published.path("expression").asString()).isEqualTo(OTHER_CURRENCY);

        var late = change(author, "changed", 1, PLAIN);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Served.json(late).path("code").asString()).isEqualTo("version_is_published");
        assertThat(publish(author, "changed", 1).statusCode()).isEqualTo(200);
    }

    @Test
    void aSourceCantReadByADraft() {
        draft("unread", PLAIN, "");

        var refused =
                served.put(
                        author,
                        "/v1/sources/unread",
                        "{\"adapter\":\"json\",\"mapping\":\"unread@1\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Served.json(refused).path("code").asString()).isEqualTo("unknown_mapping");
    }

    @Test
    void aReviewedMappingIsPublishedByAnotherThanItsAuthor() {
        assertThat(
                        served.put(author, "/v1/mappings/watched/review", "{\"required\":true}")
                                .statusCode())
                .isEqualTo(200);
        assertThat(code(add("watched", Map.of("expression", PLAIN)))).isEqualTo("review_required");
        draft("watched", PLAIN, "");

        assertThat(code(publish(author, "watched", 1))).isEqualTo("own_draft");
        assertThat(code(served.put(author, "/v1/mappings/watched/review", "{\"required\":false}")))
                .isEqualTo("own_draft");
        assertThat(publish(reviewer, "watched", 1).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverWroteItLastIsItsAuthor() {
        served.put(author, "/v1/mappings/passed/review", "{\"required\":true}");
        draft("passed", PLAIN, "");
        change(reviewer, "passed", 1, OTHER_CURRENCY);

        assertThat(code(publish(reviewer, "passed", 1))).isEqualTo("own_draft");
        assertThat(publish(author, "passed", 1).statusCode()).isEqualTo(200);
    }

    @Test
    void aDraftThatBreaksAGoldenCaseStaysADraft() {
        add("guarded", Map.of("expression", PLAIN));
        served.put(
                author, "/v1/sources/guarded", "{\"adapter\":\"json\",\"mapping\":\"guarded@1\"}");
        served.put(
                author,
                "/v1/mappings/guarded/cases/order",
                json(Map.of("source", "guarded", "content", Samples.JSON_ORDER)));
        draft("guarded", OTHER_CURRENCY, "");

        assertThat(code(publish(reviewer, "guarded", 2))).isEqualTo("golden_case_fails");
        var tried = served.post(author, "/v1/mappings/guarded/versions/2/test", "{}");
        assertThat(Served.json(tried).path("passed").asBoolean()).isFalse();
        assertThat(served.get(author, "/v1/mappings/guarded/versions/2").body()).contains("draft");
    }

    @Test
    void mappingsAndTheirVersionsAreListedWithTheirDrafts() {
        add("listed", Map.of("expression", PLAIN));
        draft("listed", OTHER_CURRENCY, "francs");

        var versions =
                Served.json(served.get(author, "/v1/mappings/listed/versions")).path("items");
        assertThat(versions.findValuesAsString("state")).containsExactly("draft", "published");
        assertThat(versions.path(0).path("note").asString()).isEqualTo("francs");
        var all = Served.json(served.get(author, "/v1/mappings?limit=500")).path("items");
        var one =
                all.valueStream()
                        .filter(m -> m.path("name").asString().equals("listed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(one.path("newest").asInt()).isEqualTo(1);
        assertThat(one.path("drafts").asInt()).isEqualTo(1);

        assertThat(
                        served.send(
                                        served.request(author, "/v1/mappings/listed/versions/2")
                                                .DELETE())
                                .statusCode())
                .isEqualTo(204);
        assertThat(served.get(author, "/v1/mappings/listed/versions/2").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theLinterSpeaksWithEachVersionAndByItself() {
        var unwise = "{'type': 'order', 'body': {'lines': lines.{'quantity': qty * 2}}}";

        assertThat(Served.json(draft("linted", unwise, "")).at("/lint/0/rule").asString())
                .isEqualTo("float-on-decimal");
        var alone = served.post(author, "/v1/mappings/lint", json(Map.of("expression", unwise)));
        assertThat(Served.json(alone).at("/findings/0/line").asInt()).isEqualTo(1);
        assertThat(code(served.post(author, "/v1/mappings/lint", "{\"expression\":\"{'a': \"}")))
                .isEqualTo("expression_does_not_compile");
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        assertThat(add("stated", Map.of("expression", PLAIN, "state", "final")).statusCode())
                .isEqualTo(422);
    }

    private static HttpResponse<String> draft(String name, String expression, String note) {
        return add(name, Map.of("expression", expression, "state", "draft", "note", note));
    }

    private static HttpResponse<String> add(String name, Map<String, String> body) {
        return served.post(author, "/v1/mappings/" + name + "/versions", json(body));
    }

    private static HttpResponse<String> change(
            String who, String name, int version, String expression) {
        return served.put(
                who,
                "/v1/mappings/" + name + "/versions/" + version,
                json(Map.of("expression", expression)));
    }

    private static HttpResponse<String> publish(String who, String name, int version) {
        return served.send(
                served.request(who, "/v1/mappings/" + name + "/versions/" + version + "/publish")
                        .POST(BodyPublishers.noBody()));
    }

    private static String code(HttpResponse<String> refused) {
        return Served.json(refused).path("code").asString();
    }

    private static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
