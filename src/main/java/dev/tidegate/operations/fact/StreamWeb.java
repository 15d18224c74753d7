package dev.tidegate.operations.fact;

import dev.tidegate.platform.log.LogClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Facts to clients. */
@Configuration(proxyBeanMethods = false)
public class StreamWeb {
    @Bean(destroyMethod = "close")
    Streams streams(LogClient client, StreamSettings settings) {
        return new Streams(client, settings);
    }

    @Bean
    FactWatch factWatch(Streams streams) {
        return new FactWatch(streams);
    }

    @Bean
    StreamApi streamApi(Streams streams) {
        return new StreamApi(streams);
    }
}
