package dev.tidegate.console.onboarding;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.source.Onboarding;
import dev.tidegate.processing.suggestion.Suggestions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Onboarding. */
@Configuration(proxyBeanMethods = false)
public class OnboardingConsole {
    @Bean
    OnboardingHandler onboardingHandler(
            Suggestions suggestions, Onboarding onboarding, Pages pages) {
        return new OnboardingHandler(suggestions, onboarding, pages);
    }
}
