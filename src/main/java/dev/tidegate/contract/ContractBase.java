package dev.tidegate.contract;

import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.secret.SecretFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every process needs to speak of bytes in the log: receipts, and reading them back. */
@Configuration(proxyBeanMethods = false)
public class ContractBase {
    private static final int READERS_MAX = 4;

    @Bean
    Receipts receipts(SecretFiles secrets) {
        return new Receipts(secrets.key("receipt"));
    }

    /** Opens no connection before the first reader comes. */
    @Bean
    RawLog rawLog(LogClient client) {
        return new RawLog(client, READERS_MAX);
    }
}
