package dev.tidegate.proof.walls;

import dev.tidegate.testing.Served;
import java.net.http.HttpResponse;

/** A registry with ids that are too long to be met by chance, for they stand in the answers. */
final class VictimSchemas {
    static final String SUBJECT = "victim-subject";

    /** Whose versions are deleted, while the other's are looked at. */
    static final String VERSIONS = "victim-versions";

    private static final String ROOT = "/v1/schema-registry";
    private static final int ID = 100_041;

    private final Served served;
    private final String token;

    VictimSchemas(Served served, String token) {
        this.served = served;
        this.token = token;
    }

    void settle() {
        expect(served.put(token, ROOT + "/mode", "{\"mode\":\"IMPORT\"}"));
        register(SUBJECT, "{\\\"type\\\":\\\"string\\\",\\\"x\\\":\\\"%s\\\"}", ID);
        register(SUBJECT, "\\\"string\\\"", ID + 1);
        register(VERSIONS, "\\\"string\\\"", ID + 1);
        for (var end : new String[] {"", "/" + SUBJECT}) {
            expect(served.put(token, ROOT + "/mode" + end, "{\"mode\":\"READWRITE\"}"));
            expect(served.put(token, ROOT + "/config" + end, "{\"compatibility\":\"FULL\"}"));
        }
    }

    private void register(String subject, String schema, int id) {
        var text = schema.formatted(Victim.MARK);
        expect(
                served.post(
                        token,
                        ROOT + "/subjects/" + subject + "/versions",
                        "{\"id\":%d,\"schema\":\"%s\"}".formatted(id, text)));
    }

    static void names(Names names) {
        names.with("subject", SUBJECT, "absent-subject");
        for (var end : new String[] {"", "/schema", "/referencedby"}) {
            var pattern = ROOT + "/subjects/{subject}/versions/{version}" + end;
            names.with(pattern + " subject", VERSIONS, "absent-versions");
        }
        for (var end : new String[] {"", "/schema", "/versions", "/subjects"}) {
            names.with(
                    ROOT + "/schemas/ids/{id}" + end + " id",
                    String.valueOf(ID),
                    String.valueOf(ID + 7));
        }
        names.with("subjectPrefix", "victim", "absent").with("offset", "0", "0");
        for (var flag : FLAGS) {
            names.with(flag, "true", "true");
        }
    }

    private static final String[] FLAGS = {
        "deleted",
        "deletedOnly",
        "normalize",
        "verbose",
        "permanent",
        "defaultToGlobal",
        "force",
        "fetchMaxId"
    };

    private static void expect(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.request() + " is answered " + answer.body());
        }
    }
}
