package dev.tidegate.console.deadletters;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Transcript;
import dev.tidegate.operations.journal.DeadLetterDesk;
import dev.tidegate.operations.journal.DeadLetterQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Dead letters. */
@Configuration(proxyBeanMethods = false)
public class DeadLettersConsole {
    @Bean
    DeadLettersHandler deadLettersHandler(
            DeadLetterQueries letters,
            DeadLetterDesk desk,
            RawReader raw,
            Transcript transcript,
            Pages pages) {
        return new DeadLettersHandler(letters, desk, raw, transcript, pages);
    }
}
