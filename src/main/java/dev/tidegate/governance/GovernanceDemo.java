package dev.tidegate.governance;

import dev.tidegate.contract.FrontDoor;
import dev.tidegate.governance.demo.Credentials;
import dev.tidegate.governance.demo.DemoData;
import dev.tidegate.governance.demo.DemoSettings;
import dev.tidegate.governance.demo.FirstStart;
import dev.tidegate.governance.demo.StartingSources;
import dev.tidegate.governance.identity.Directory;
import dev.tidegate.governance.source.Mappings;
import dev.tidegate.governance.source.Sources;
import dev.tidegate.platform.settings.HomeSettings;
import dev.tidegate.platform.sql.Database;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What a first start makes, in the role api: clients, and the demo unless unwanted. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
public class GovernanceDemo {
    @Bean
    FirstStart firstStart(
            DemoSettings settings,
            HomeSettings home,
            Directory directory,
            Sources sources,
            Mappings mappings,
            Database database,
            FrontDoor door,
            JsonMapper json) {
        return new FirstStart(
                settings,
                directory,
                new Credentials(directory, json, home.credentials()),
                new StartingSources(sources, mappings),
                new DemoData(database, door));
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> demoData(FirstStart firstStart) {
        return ready -> firstStart.sendData();
    }
}
