package dev.tidegate.console.docs;

import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /docs/images}: the pictures below {@code docs/images}, and nothing else. */
@Controller
final class DocPicturesHandler {
    private static final String ROOT = "docs/images/";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Map<String, MediaType> TYPES =
            Map.of("png", MediaType.IMAGE_PNG, "svg", MediaType.valueOf("image/svg+xml"));

    private final Map<String, Picture> byPath;

    private record Picture(Resource file, MediaType type) {}

    private DocPicturesHandler(Map<String, Picture> byPath) {
        this.byPath = byPath;
    }

    static DocPicturesHandler ofTheProgram() {
        var pictures = new TreeMap<String, Picture>();
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (var type : TYPES.entrySet()) {
                for (Resource file :
                        resolver.getResources("classpath*:" + ROOT + "**/*." + type.getKey())) {
                    String url = file.getURL().toString();
                    pictures.put(
                            url.substring(url.lastIndexOf("/" + ROOT) + ROOT.length() + 1),
                            new Picture(file, type.getValue()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DocPicturesHandler(pictures);
    }

    @GetMapping("/docs/images/{*path}")
    @Needs(Needs.NOTHING)
    ResponseEntity<Resource> picture(@PathVariable String path) {
        String asked = path.substring(1);
        var picture = byPath.get(asked);
        if (picture == null) {
            throw Problem.of(
                            404,
                            "not_found",
                            "No such picture",
                            "The documentation has no picture '" + asked + "'.",
                            "Start at /docs.")
                    .asException();
        }
        return ResponseEntity.ok()
                .contentType(picture.type)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(picture.file);
    }
}
