package dev.tidegate.console.frame;

import dev.tidegate.platform.web.Caller;
import java.util.List;
import java.util.Optional;

/**
 * What the layout needs to know of the request.
 *
 * @param caller who is signed in; absent on the sign-in page and, for strangers, in the docs
 * @param csrf hidden field of every form that posts: name and value
 * @param path of the request, which tells the current section
 */
public record Shell(Assets assets, Optional<Caller> caller, Csrf csrf, String path) {

    /** The token that a post must bring back. */
    public record Csrf(String parameter, String token) {
        static final Csrf NONE = new Csrf("_csrf", "");
    }

    public Asset asset(String name) {
        return assets.get(name);
    }

    /** Where the brand leads: strangers see the documentation only. */
    public String home() {
        return caller.isPresent() ? Section.OVERVIEW.path() : Section.DOCS.path();
    }

    /** Strangers see the documentation only. */
    public List<Section> sections() {
        return caller.isPresent() ? List.of(Section.values()) : List.of(Section.DOCS);
    }

    public boolean in(Section section) {
        return path.equals(section.path()) || path.startsWith(section.path() + "/");
    }

    public boolean may(String scope) {
        return caller.map(c -> c.may(scope)).orElse(false);
    }
}
