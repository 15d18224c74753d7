package dev.tidegate.testing;

import dev.tidegate.platform.sql.DatabaseSettings;
import dev.tidegate.platform.sql.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database that was migrated once, to be copied for each test class: a copy takes a tenth of the
 * time. Named after its scripts, so that changed ones make another.
 */
final class Template {
    private static final String PREFIX = "migrated_";
    private static final String DRAFT = "draft_of_migrated";

    private Template() {}

    /**
     * @param owner may make databases
     * @param draft where to find a database of this name
     * @return the template's name
     */
    static synchronized String ensure(JdbcClient owner, Function<String, DatabaseSettings> draft) {
        var name = PREFIX + scripts();
        if (!databases(owner, name).isEmpty()) {
            return name;
        }
        databases(owner, PREFIX + "%").forEach(old -> owner.sql("drop database " + old).update());
        owner.sql("drop database if exists " + DRAFT).update();
        owner.sql("create database " + DRAFT).update();
        new Migrations(draft.apply(DRAFT)).forward();
        owner.sql("alter database " + DRAFT + " rename to " + name).update();
        return name;
    }

    private static List<String> databases(JdbcClient owner, String like) {
        return owner.sql("select datname from pg_database where datname like ?")
                .param(like)
                .query(String.class)
                .list();
    }

    private static String scripts() {
        var sum = new CRC32();
        try {
            var found =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/*/V*.sql");
            for (Resource script : found) {
                sum.update(String.valueOf(script.getFilename()).getBytes(StandardCharsets.UTF_8));
                sum.update(script.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(sum.getValue());
    }
}
