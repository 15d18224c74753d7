package dev.tidegate.console.docs;

import dev.tidegate.console.frame.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The documentation's pages and pictures. */
@Configuration(proxyBeanMethods = false)
public class DocsConsole implements WebMvcConfigurer {
    private static final int PICTURES_KEPT_SECONDS = 3_600;

    @Bean
    DocsHandler docsHandler(Pages pages) {
        return new DocsHandler(DocLibrary.ofTheProgram(), pages);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/images/**")
                .addResourceLocations("classpath:/docs/images/")
                .setCachePeriod(PICTURES_KEPT_SECONDS);
    }
}
