package dev.tidegate.operations.shipments;

import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Patience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Shipments over HTTP, and what the console asks of them. */
@Configuration(proxyBeanMethods = false)
public class ShipmentsWeb {
    @Bean
    ShipmentQueries shipmentQueries(Database database, Patience patience, JsonMapper json) {
        return new ShipmentQueries(database, patience, json);
    }

    @Bean
    ShipmentsApi shipmentsApi(ShipmentQueries shipments) {
        return new ShipmentsApi(shipments);
    }
}
