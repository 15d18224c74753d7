package dev.tidegate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to its handler only with the scope that the handler {@link Needs}. */
final class NeedsInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var needs = method.getMethodAnnotation(Needs.class);
            if (needs != null && !needs.value().equals(Needs.NOTHING)) {
                require(needs.value());
            }
        }
        return true;
    }

    private static void require(String scope) {
        var caller = CallerAuthentication.current();
        if (caller.isEmpty()) {
            throw unauthenticated().asException();
        }
        if (!caller.get().may(scope)) {
            throw insufficient(scope, caller.get()).asException();
        }
    }

    static Problem unauthenticated() {
        return Problem.of(
                        401,
                        "unauthenticated",
                        "No valid token",
                        "The request carries no access token.",
                        "Get a token: POST /oauth2/token with grant_type=client_credentials and the"
                                + " client's id and secret.",
                        "Send it as Authorization: Bearer <token>.")
                .withHeader("WWW-Authenticate", "Bearer");
    }

    private static Problem insufficient(String scope, Caller caller) {
        return Problem.of(
                        403,
                        "insufficient_scope",
                        "The token may not do this",
                        "This needs the scope " + scope + ", which the token does not hold.",
                        "Ask for a token with scope=" + scope + ".",
                        "If the client "
                                + caller.principal()
                                + " was not given that scope, an administrator must grant it.")
                .withHeader(
                        "WWW-Authenticate",
                        "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }
}
