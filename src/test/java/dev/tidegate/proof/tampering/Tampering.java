package dev.tidegate.proof.tampering;

import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Puts hooks into a server of this JVM that starts with {@code proof.tampering=on}; what they do is
 * decided by the wrongs that are switched on at the moment, none at first.
 */
public final class Tampering
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final String PROPERTY = "proof.tampering";

    private static final Set<SqlWrong> SQL = EnumSet.noneOf(SqlWrong.class);
    private static final Set<DoorWrong> DOOR = EnumSet.noneOf(DoorWrong.class);

    public static synchronized void begin(SqlWrong wrong) {
        SQL.add(wrong);
    }

    public static synchronized void begin(DoorWrong wrong) {
        DOOR.add(wrong);
    }

    public static synchronized void end() {
        SQL.clear();
        DOOR.clear();
    }

    static synchronized Set<SqlWrong> ofSql() {
        return Set.copyOf(SQL);
    }

    static synchronized Set<DoorWrong> ofDoor() {
        return Set.copyOf(DOOR);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(
                beans -> {
                    if (isOn(context.getEnvironment())) {
                        hook(beans);
                    }
                });
    }

    private static boolean isOn(Environment environment) {
        return environment.getProperty(PROPERTY, "").equals("on");
    }

    private static void hook(ConfigurableListableBeanFactory beans) {
        beans.addBeanPostProcessor(
                new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return bean instanceof DataSource source
                                ? new RewritingDataSource(source)
                                : bean;
                    }
                });
        var filter = new FilterRegistrationBean<>(new WrongDoor());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        beans.registerSingleton("wrongDoor", filter);
    }
}
