package dev.tidegate.proof.tampering;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out connections that prepare another statement than they were given, while a wrong is
 * switched on.
 */
final class RewritingDataSource extends DelegatingDataSource {
    RewritingDataSource(DataSource target) {
        super(target);
    }

    private static String rewrite(String sql) {
        var wrong = sql;
        for (SqlWrong one : Tampering.ofSql()) {
            wrong = one.rewrite(wrong);
        }
        return wrong;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return (Connection)
                Proxy.newProxyInstance(
                        RewritingDataSource.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().startsWith("prepare")
                                    && arguments != null
                                    && arguments[0] instanceof String sql) {
                                arguments[0] = rewrite(sql);
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
