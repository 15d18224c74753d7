package dev.tidegate.proof.walls;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that a stranger might try, made from a good one. */
final class Forgeries {
    private Forgeries() {}

    static Map<String, String> of(String good, String expired) {
        try {
            var jwt = SignedJWT.parse(good);
            var claims = jwt.getJWTClaimsSet();
            var keyId = jwt.getHeader().getKeyID();
            var stranger = new RSAKeyGenerator(2048).keyID(keyId).generate();
            var all = new LinkedHashMap<String, String>();
            all.put("expired", expired);
            all.put("not a token", "abc");
            all.put("unsigned", new PlainJWT(claims).serialize());
            all.put("signature cut off", good.substring(0, good.lastIndexOf('.') + 1));
            all.put("signed by a stranger under our key's id", signed(stranger, claims));
            all.put(
                    "another issuer's",
                    signed(
                            stranger,
                            new JWTClaimsSet.Builder(claims)
                                    .issuer("https://evil.example")
                                    .build()));
            all.put("another tenant written into it", withTenant(good, "victim"));
            all.put("signed with the public key as a shared secret", confused(claims, keyId));
            all.put(
                    "valid for ever, signed by a stranger",
                    signed(
                            stranger,
                            new JWTClaimsSet.Builder(claims)
                                    .expirationTime(new Date(Long.MAX_VALUE / 1000))
                                    .build()));
            return all;
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static String confused(JWTClaimsSet claims, String keyId) throws JOSEException {
        var jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keyId).build(), claims);
        jwt.sign(
                new MACSigner(
                        "a public key, as everybody can read it".getBytes(StandardCharsets.UTF_8)));
        return jwt.serialize();
    }

    private static String withTenant(String good, String tenant) {
        var parts = good.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var forged = claims.replaceAll("\"tenant\":\"[^\"]*\"", "\"tenant\":\"" + tenant + "\"");
        parts[1] =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }
}
