package dev.tidegate.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.tidegate.platform.Quantity;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.OneOf;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The API's description (OpenAPI) at /v3/api-docs; made when it is first asked for. */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {
    private static final String BEARER = "bearer";

    @Bean
    @Lazy
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Tidegate")
                                .version("2026-11-24")
                                .description(
                                        "Supply-chain messages in, live orders, stock and shipments"
                                                + " out, exactly once. Refusals are"
                                                + " application/problem+json (RFC 9457), listed at"
                                                + " /docs/reference/problems."))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description("POST /oauth2/token")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Names as the answers have them. */
    @Bean
    @Lazy
    ModelResolver modelResolver() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(
                        Quantity.class,
                        new StringSchema().description("A decimal").example("12.5"));
        var names =
                new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(names).openapi31(true);
    }

    /** The values of a parameter, where it takes some only. */
    @Bean
    @Lazy
    ParameterCustomizer closedParameters() {
        return (described, parameter) -> {
            var closed = parameter.getParameterAnnotation(OneOf.class);
            if (closed != null) {
                described.schema(new StringSchema()._enum(OneOf.Values.of(closed)));
            }
            return described;
        };
    }
}
