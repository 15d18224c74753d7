package dev.tidegate.operations.orders;

import dev.tidegate.operations.command.CommandTools;
import dev.tidegate.operations.command.Commands;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Patience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Orders over HTTP, and what the console asks of them. */
@Configuration(proxyBeanMethods = false)
public class OrdersWeb {
    @Bean
    DocumentQueries documentQueries(Patience patience, JsonMapper json) {
        return new DocumentQueries(patience, json);
    }

    @Bean
    OrderQueries orderQueries(
            Database database, Patience patience, DocumentQueries documents, JsonMapper json) {
        return new OrderQueries(database, patience, documents, json);
    }

    @Bean
    OrdersApi ordersApi(OrderQueries orders, CommandTools tools, JsonMapper json) {
        return new OrdersApi(orders, new Commands<>(tools, new OrderDesk(orders, json), json));
    }

    @Bean
    DocumentsApi documentsApi(DocumentQueries documents) {
        return new DocumentsApi(documents);
    }
}
