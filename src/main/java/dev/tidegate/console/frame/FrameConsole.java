package dev.tidegate.console.frame;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Templates, assets, and pages for what went wrong. */
@Configuration(proxyBeanMethods = false)
public class FrameConsole implements WebMvcConfigurer {
    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Pages pages(Assets assets) {
        return new Pages(assets);
    }

    @Bean
    ProblemPages problemPages(Pages pages) {
        return new ProblemPages(pages);
    }

    /** An asset's address changes with its content, so a browser need never ask again. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Assets.PATH + "**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
