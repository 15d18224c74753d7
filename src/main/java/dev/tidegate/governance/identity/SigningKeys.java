package dev.tidegate.governance.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.tidegate.platform.Ids;
import dev.tidegate.platform.secret.Seal;
import dev.tidegate.platform.sql.Database;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys that sign tokens (RSA 2048, RS256), kept in the database under a seal and shared by all
 * processes of a cell. The newest signs, all verify.
 */
public final class SigningKeys implements JWKSource<SecurityContext> {
    private static final int RSA_BITS = 2048;
    private static final Duration RELOAD_PAUSE = Duration.ofSeconds(1);
    private static final String ALL =
            "select key_id, jwk, created_at from governance.signing_key order by created_at desc, key_id";
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtext('governance.signing_key'))";
    private static final String ADD =
            "insert into governance.signing_key (key_id, jwk) values (?, ?)";

    private final Database database;
    private final Seal seal;
    private final Clock clock;
    private final Ids ids;
    private volatile List<JWK> keys;
    private volatile Instant loadedAt;

    public SigningKeys(
            Database database, Seal seal, IdentitySettings settings, Clock clock, Ids ids) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
        this.ids = ids;
        this.keys = loadOrMake(settings.signingKeyLifetime());
        this.loadedAt = clock.instant();
    }

    private record Kept(JWK key, Instant madeAt) {}

    /** Signs with the newest key only. */
    JWKSource<SecurityContext> newest() {
        return (selector, context) -> List.of(keys.getFirst());
    }

    /** A key that isn't known may have been made by another process a moment ago. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var found = selector.select(new JWKSet(keys));
        if (found.isEmpty() && clock.instant().isAfter(loadedAt.plus(RELOAD_PAUSE))) {
            loadedAt = clock.instant();
            keys = database.unscoped(this::load).stream().map(Kept::key).toList();
            return selector.select(new JWKSet(keys));
        }
        return found;
    }

    private List<JWK> loadOrMake(Duration lifetime) {
        return database.unscoped(
                jdbc -> {
                    jdbc.sql(ONE_AT_A_TIME).query((row, n) -> true).single();
                    var kept = load(jdbc);
                    var all = new ArrayList<>(kept.stream().map(Kept::key).toList());
                    if (kept.isEmpty()
                            || kept.getFirst().madeAt().plus(lifetime).isBefore(clock.instant())) {
                        all.addFirst(make(jdbc));
                    }
                    return List.copyOf(all);
                });
    }

    private List<Kept> load(JdbcClient jdbc) {
        return jdbc.sql(ALL)
                .query(
                        (row, n) ->
                                new Kept(
                                        parse(seal.open(row.getString(1), row.getString(2))),
                                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    private JWK make(JdbcClient jdbc) {
        try {
            RSAKey key =
                    new RSAKeyGenerator(RSA_BITS)
                            .keyID(ids.next().toString())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .generate();
            jdbc.sql(ADD)
                    .params(key.getKeyID(), seal.close(key.getKeyID(), key.toJSONString()))
                    .update();
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("no signing key could be made", e);
        }
    }

    private static JWK parse(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("a kept signing key can't be read", e);
        }
    }
}
