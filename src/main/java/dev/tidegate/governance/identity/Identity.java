package dev.tidegate.governance.identity;

import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.ProblemWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Issues tokens and asks for them: what the role api needs of identity, in one piece. */
public final class Identity {
    private static final String NOTHING_LOADED =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String NO_CLIENT =
            """
            {"error":"invalid_client","error_description":"POST a form with grant_type=client_credentials, \
            and the client's id and secret by HTTP Basic or as client_id and client_secret."}
            """;

    private final Directory directory;
    private final IdentitySettings settings;
    private final OwnTokens ownTokens;
    private final Tokens tokens;

    public Identity(Directory directory, SigningKeys keys, IdentitySettings settings, Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.ownTokens = new OwnTokens(keys, directory, clock);
        var verifiers = new ArrayList<Tokens.Verifier>();
        verifiers.add(ownTokens);
        if (!settings.issuerUri().isEmpty()) {
            verifiers.add(new ForeignTokens(settings));
        }
        this.tokens = new Tokens(verifiers, directory, clock, settings.verifiedTokensMax());
    }

    /** {@code POST /oauth2/token}, {@code GET /oauth2/jwks} and the issuer's description. */
    public SecurityFilterChain issuer(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server")
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server ->
                                server.registeredClientRepository(
                                                new RegisteredClients(directory, settings))
                                        .authorizationService(new NothingKept())
                                        .authorizationServerSettings(
                                                AuthorizationServerSettings.builder().build())
                                        .tokenGenerator(ownTokens.generator())
                                        .tokenEndpoint(
                                                token ->
                                                        token.accessTokenRequestConverters(
                                                                all ->
                                                                        all.addFirst(
                                                                                new AllScopes()))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(noClient()))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * Everything else: a token is verified where one is sent, and each handler says what it needs.
     */
    public SecurityFilterChain api(HttpSecurity http, ProblemWriter problems) throws Exception {
        AuthenticationManager bearer = new BearerTokens(tokens);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2ResourceServer(
                        server ->
                                server.authenticationManagerResolver(request -> bearer)
                                        .bearerTokenResolver(new HeaderToken())
                                        .authenticationEntryPoint(refusal(problems)))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy -> policy.policyDirectives(NOTHING_LOADED))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(ReferrerPolicy.NO_REFERRER)))
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** In the words of RFC 6749, section 5.2, which clients of a token endpoint read. */
    private static AuthenticationEntryPoint noClient() {
        return (request, response, thrown) -> {
            response.setStatus(401);
            response.setHeader("WWW-Authenticate", "Basic realm=\"tidegate\"");
            response.setContentType("application/json");
            response.getOutputStream().write(NO_CLIENT.getBytes(StandardCharsets.UTF_8));
        };
    }

    private static AuthenticationEntryPoint refusal(ProblemWriter problems) {
        var problem =
                Problem.of(
                                401,
                                "invalid_token",
                                "The token is not good",
                                "The access token has expired, was revoked or was not issued for"
                                        + " this system.",
                                "Get a new one: POST /oauth2/token; tokens live five minutes.")
                        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        return (request, response, thrown) -> problems.write(problem, request, response);
    }
}
