package dev.tidegate.platform.sql;

import dev.tidegate.platform.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that see only the tenants they named. Row-level security does the hiding; this names
 * the tenants, in the transaction and for its length only.
 */
public final class Database {
    private static final String NAME_TENANTS = "select set_config('tidegate.tenants', ?, true)";

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate write;
    private final TransactionTemplate read;

    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        var manager = new DataSourceTransactionManager(dataSource);
        this.write = new TransactionTemplate(manager);
        this.read = new TransactionTemplate(manager);
        this.read.setReadOnly(true);
    }

    /** Work within one transaction; an exception rolls all of it back. */
    public interface Work<T> {
        T run(JdbcClient jdbc);
    }

    public <T> T inTenant(TenantId tenant, Work<T> work) {
        return inTenants(List.of(tenant), work);
    }

    public <T> T inTenants(Collection<TenantId> tenants, Work<T> work) {
        return run(write, names(tenants), work);
    }

    /** Reads in one read-only transaction. */
    public <T> T readTenant(TenantId tenant, Work<T> work) {
        return run(read, tenant.value(), work);
    }

    /** Work on the platform's own tables: no tenant's row can be seen or written. */
    public <T> T unscoped(Work<T> work) {
        return run(write, "", work);
    }

    /** The connections, for work that batches arrays; it joins the running transaction. */
    public DataSource dataSource() {
        return dataSource;
    }

    @SuppressWarnings(
            "NullAway") // the callback's own result; Spring's template allows null, Work does not
    private <T> T run(TransactionTemplate template, String tenants, Work<T> work) {
        return template.execute(
                status -> {
                    jdbc.sql(NAME_TENANTS).param(tenants).query(String.class).single();
                    return work.run(jdbc);
                });
    }

    private static String names(Collection<TenantId> tenants) {
        return tenants.stream().map(TenantId::value).distinct().collect(Collectors.joining(","));
    }
}
