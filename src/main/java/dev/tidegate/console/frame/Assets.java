package dev.tidegate.console.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files under {@code static/} that pages load, hashed once at start. */
public final class Assets {
    /** Where they are served from; the handler's cache never expires. */
    static final String PATH = "/assets/";

    private static final Stream<String> names() {
        return Stream.of(
                "console.css",
                "console.js",
                "theme.js",
                "icon.svg",
                "vendor/htmx-2.0.10.min.js",
                "vendor/htmx-ext-sse-2.2.4.min.js",
                "vendor/idiomorph-ext-0.8.0.min.js",
                "vendor/uplot-1.6.32.iife.min.js",
                "vendor/uplot-1.6.32.min.css");
    }

    private final Map<String, Asset> byName =
            names().collect(Collectors.toUnmodifiableMap(name -> name, Assets::read));

    /**
     * @param name below {@code static/}, such as {@code console.css}
     */
    public Asset get(String name) {
        var asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return asset;
    }

    private static Asset read(String name) {
        try (var in = Assets.class.getResourceAsStream("/static/" + name)) {
            if (in == null) {
                throw new IllegalStateException("asset static/" + name + " is not in the program");
            }
            byte[] hash = MessageDigest.getInstance("SHA-384").digest(in.readAllBytes());
            String version = HexFormat.of().formatHex(hash, 0, 6);
            return new Asset(
                    PATH + name + "?v=" + version,
                    "sha384-" + Base64.getEncoder().encodeToString(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
