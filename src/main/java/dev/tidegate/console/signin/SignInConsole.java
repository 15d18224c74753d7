package dev.tidegate.console.signin;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.identity.Directory;
import jakarta.servlet.SessionTrackingMode;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The console's own doors: sessions instead of tokens, and what a browser is allowed to do. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
public class SignInConsole {
    private static final int ORDER = 10;

    /** Everything from here, nothing inline: injected markup can neither run nor load nor send. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    SignInHandler signInHandler(
            Pages pages, Directory directory, ConsoleSettings settings, Clock clock) {
        var attempts = new Attempts(clock, settings.signInAttemptsMax());
        return new SignInHandler(pages, directory, attempts, settings, clock);
    }

    @Bean
    @Order(ORDER)
    SecurityFilterChain consoleSecurity(
            HttpSecurity http, Directory directory, ConsoleSettings settings, Clock clock)
            throws Exception {
        var contexts = new RequestAttributeSecurityContextRepository();
        var sessions = new SessionFilter(contexts, settings, directory, clock);
        var gate = new Gate();
        return http.securityMatcher(
                        "/", "/console", "/console/**", "/docs", "/docs/**", "/assets/**")
                .securityContext(context -> context.securityContextRepository(contexts))
                .addFilterAfter(sessions, SecurityContextHolderFilter.class)
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/console/sign-in", "/console/sign-out")
                                        .permitAll()
                                        .requestMatchers("/console/**")
                                        .authenticated()
                                        .anyRequest()
                                        .permitAll())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(gate).accessDeniedHandler(gate))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                csp ->
                                                        csp.policyDirectives(
                                                                CONTENT_SECURITY_POLICY))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Strict: no other site's link or form ever carries the session. */
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setName("tidegate_session");
            cookie.setHttpOnly(true);
            cookie.setPath("/");
            cookie.setAttribute("SameSite", "Strict");
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        };
    }
}
