package dev.tidegate.operations.trace;

import dev.tidegate.contract.FieldOrigins;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.operations.inventory.LedgerQueries;
import dev.tidegate.operations.journal.ReceiptQueries;
import dev.tidegate.platform.sql.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Traces over HTTP, and what the console asks of them. */
@Configuration(proxyBeanMethods = false)
public class TraceWeb {
    @Bean
    TraceQueries traceQueries(
            Database database,
            Receipts receipts,
            ReceiptQueries journal,
            LedgerQueries ledger,
            RawReader raw,
            Interpreter interpreter,
            JsonMapper json) {
        return new TraceQueries(database, receipts, journal, ledger, raw, interpreter, json);
    }

    @Bean
    ProvenanceQueries provenanceQueries(
            Receipts receipts, ReceiptQueries journal, RawReader raw, FieldOrigins origins) {
        return new ProvenanceQueries(receipts, journal, raw, origins);
    }

    @Bean
    ProvenanceApi provenanceApi(ProvenanceQueries provenance) {
        return new ProvenanceApi(provenance);
    }

    @Bean
    TraceApi traceApi(TraceQueries traces) {
        return new TraceApi(traces);
    }
}
