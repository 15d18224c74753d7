package dev.tidegate.operations.command;

import dev.tidegate.platform.web.Problem;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers as text: what is kept is what was sent. */
final class Replies {
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final int REFUSED = 400;

    private final JsonMapper json;

    Replies(JsonMapper json) {
        this.json = json;
    }

    Reply.Answered first(Answer answer) {
        return new Reply.Answered(
                answer.status(), answer.location(), json.writeValueAsString(answer.body()), false);
    }

    Reply again(Idempotency.Stored stored) {
        if (stored.status() >= REFUSED) {
            var problem = json.readValue(stored.body(), Problem.class);
            return new Reply.Refused(problem.withHeader(REPLAYED, "true"));
        }
        return new Reply.Answered(
                stored.status(), Optional.ofNullable(stored.location()), stored.body(), true);
    }

    Idempotency.Stored stored(Reply.Answered reply) {
        return new Idempotency.Stored(reply.status(), reply.location().orElse(null), reply.body());
    }

    Idempotency.Stored stored(Problem problem) {
        return new Idempotency.Stored(problem.status(), null, json.writeValueAsString(problem));
    }

    /**
     * @throws dev.tidegate.platform.web.ProblemException when it was refused
     */
    ResponseEntity<String> send(Reply reply) {
        return switch (reply) {
            case Reply.Refused(var problem) -> throw problem.asException();
            case Reply.Answered(var status, var location, var body, var replayed) -> {
                var response =
                        ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
                location.ifPresent(path -> response.location(URI.create(path)));
                if (replayed) {
                    response.header(REPLAYED, "true");
                }
                yield response.body(body);
            }
        };
    }
}
