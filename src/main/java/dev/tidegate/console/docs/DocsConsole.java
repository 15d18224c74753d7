package dev.tidegate.console.docs;

import dev.tidegate.console.frame.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The documentation's pages and pictures. */
@Configuration(proxyBeanMethods = false)
public class DocsConsole {
    @Bean
    DocsHandler docsHandler(Pages pages) {
        return new DocsHandler(DocLibrary.ofTheProgram(), pages);
    }

    @Bean
    DocPicturesHandler docPicturesHandler() {
        return DocPicturesHandler.ofTheProgram();
    }
}
