package dev.tidegate.console.shipments;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.operations.shipments.ShipmentQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shipments. */
@Configuration(proxyBeanMethods = false)
public class ShipmentsConsole {
    @Bean
    ShipmentsHandler shipmentsHandler(ShipmentQueries shipments, Pages pages) {
        return new ShipmentsHandler(shipments, pages);
    }
}
