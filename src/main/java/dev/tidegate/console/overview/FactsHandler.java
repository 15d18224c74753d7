package dev.tidegate.console.overview;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.operations.fact.FactWatch;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Facts as they happen, as list entries of the overview (server-sent events). */
@Controller
final class FactsHandler {
    private static final Logger log = LoggerFactory.getLogger(FactsHandler.class);

    private final FactWatch facts;
    private final Pages pages;

    FactsHandler(FactWatch facts, Pages pages) {
        this.facts = facts;
        this.pages = pages;
    }

    @GetMapping(path = "/console/overview/facts/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Scopes.ORDERS_READ)
    SseEmitter facts(Caller caller) {
        var emitter = new SseEmitter(0L);
        var gone = new AtomicBoolean();
        emitter.onCompletion(() -> gone.set(true));
        emitter.onError(error -> gone.set(true));
        Thread.ofVirtual().name("facts-" + caller.tenant()).start(() -> run(caller, emitter, gone));
        return emitter;
    }

    private void run(Caller caller, SseEmitter emitter, AtomicBoolean gone) {
        try {
            facts.follow(caller, seen -> show(seen, emitter, gone));
            emitter.complete();
        } catch (IOException away) {
            log.debug("nobody looks any more: {}", away.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            log.debug("facts of {} end: {}", caller.tenant(), e.toString());
            emitter.complete(); // the browser comes back by itself
        }
    }

    private void show(List<FactWatch.Seen> seen, SseEmitter emitter, AtomicBoolean gone)
            throws IOException {
        if (gone.get()) {
            throw new IOException("the page is gone");
        }
        if (seen.isEmpty()) {
            emitter.send(SseEmitter.event().comment("still here"));
        }
        for (FactWatch.Seen fact : seen) {
            emitter.send(SseEmitter.event().name("fact").data(pages.part("overview/fact", fact)));
        }
    }
}
