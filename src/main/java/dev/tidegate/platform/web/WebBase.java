package dev.tidegate.platform.web;

import dev.tidegate.platform.Ids;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** HTTP in every process: one shape of refusal, a trace id, health and metrics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
public class WebBase implements WebMvcConfigurer {
    private static final Validator NOTHING_TO_VALIDATE =
            Validator.forInstanceOf(Void.class, (nothing, errors) -> {});

    private final Dialects dialects;

    WebBase(ObjectProvider<Dialect> dialects) {
        this.dialects = new Dialects(() -> dialects.stream().toList());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ContractVersion());
        registry.addInterceptor(new NeedsInterceptor());
        registry.addInterceptor(new QueryCheck(dialects));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    /** Our types check themselves; the validator that Boot would make costs start time only. */
    @Override
    public Validator getValidator() {
        return NOTHING_TO_VALIDATE;
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json, dialects);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemWriter writer) {
        return new ProblemAdvice(writer);
    }

    @Bean
    BodyBound bodyBound(WebSettings settings) {
        return new BodyBound(settings);
    }

    @Bean
    LastResort lastResort(ProblemWriter writer) {
        return new LastResort(writer);
    }

    @Bean
    NeedsCheck needsCheck(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return new NeedsCheck(requestMappingHandlerMapping);
    }

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(Ids ids) {
        var filter = new FilterRegistrationBean<>(new TraceFilter(ids));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<LingerFilter> lingerFilter() {
        var filter = new FilterRegistrationBean<>(new LingerFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> jetty(ProblemWriter writer, Ids ids) {
        return factory ->
                factory.addServerCustomizers(
                        server -> server.setErrorHandler(new JettyProblems(writer, ids)),
                        new JettyReading());
    }

    @Bean
    RequestRejectedHandler requestRejected(
            ProblemWriter writer,
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> handlers) {
        return new RejectedRequests(writer, handlers);
    }

    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(PlainText::holds);
        firewall.setAllowedHeaderValues(PlainText::holds);
        return firewall;
    }

    /** A request is observed as one; an observation of each filter in it tells nobody anything. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Health and metrics carry no tenant's data and need no token; nothing else is exposed. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain actuatorSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
