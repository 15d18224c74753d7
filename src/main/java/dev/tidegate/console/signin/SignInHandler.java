package dev.tidegate.console.signin;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.console.frame.Section;
import dev.tidegate.console.frame.Text;
import dev.tidegate.governance.identity.Directory;
import dev.tidegate.platform.web.Needs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** In with a client's id and secret, and out. */
@Controller
final class SignInHandler {
    static final String PATH = "/console/sign-in";

    private final Pages pages;
    private final Directory directory;
    private final Attempts attempts;
    private final ConsoleSettings settings;
    private final Clock clock;

    SignInHandler(
            Pages pages,
            Directory directory,
            Attempts attempts,
            ConsoleSettings settings,
            Clock clock) {
        this.pages = pages;
        this.directory = directory;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping({"/", "/console"})
    @Needs(Needs.NOTHING)
    View home() {
        return new RedirectView(Section.OVERVIEW.path());
    }

    @GetMapping(PATH)
    @Needs(Needs.NOTHING)
    View form(@RequestParam(defaultValue = "") String to, @RequestParam Optional<String> expired) {
        var refusal = expired.isPresent() ? "The form had expired. Please sign in again." : "";
        return pages.page("signin/page", new SignInPage("", refusal, within(to)));
    }

    @PostMapping(PATH)
    @Needs(Needs.NOTHING)
    View signIn(
            @RequestParam("client_id") String clientId,
            @RequestParam("client_secret") String clientSecret,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        String address = request.getRemoteAddr();
        var wait = attempts.wait(address);
        if (wait.isPositive()) {
            response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
            var refusal = "Too many wrong attempts. Try again in " + Text.duration(wait) + ".";
            return refused(HttpStatus.TOO_MANY_REQUESTS, clientId, refusal, to);
        }
        var caller = directory.authenticate(clientId.strip(), clientSecret.strip());
        if (caller.isEmpty()) {
            attempts.failed(address);
            return refused(
                    HttpStatus.UNAUTHORIZED,
                    clientId,
                    "No client has this id and secret. Both are in .tidegate/credentials.json.",
                    to);
        }
        ConsoleSession.begin(
                request,
                caller.get().principal(),
                clock.instant(),
                Math.toIntExact(settings.idleTimeout().toSeconds()));
        return new RedirectView(within(to));
    }

    @PostMapping("/console/sign-out")
    @Needs(Needs.NOTHING)
    View signOut(HttpServletRequest request) {
        ConsoleSession.end(request.getSession(false));
        return new RedirectView(PATH);
    }

    private View refused(HttpStatus status, String clientId, String refusal, String to) {
        return pages.page(status, "signin/page", new SignInPage(clientId, refusal, within(to)));
    }

    /** Pages of the console only: a sign-in must not lead out of the house. */
    static String within(String to) {
        return to.matches("/console/[A-Za-z0-9._~/?&=%#-]*") && !to.startsWith(PATH)
                ? to
                : Section.OVERVIEW.path();
    }
}
