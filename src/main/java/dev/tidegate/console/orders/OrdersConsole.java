package dev.tidegate.console.orders;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.operations.journal.EventQueries;
import dev.tidegate.operations.orders.OrderQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Orders. */
@Configuration(proxyBeanMethods = false)
public class OrdersConsole {
    @Bean
    OrdersHandler ordersHandler(OrderQueries orders, EventQueries events, Pages pages) {
        return new OrdersHandler(orders, events, pages);
    }
}
