package dev.tidegate.proof.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class WorksTest {
    @Test
    void startsInAnEmptyHomeAndSurvivesBeingKilled(@TempDir Path folder) {
        try (var works = Works.at(folder.resolve("home"))) {
            works.startAndAwait();
            assertThat(works.door("acme").get("/v1/sources").orElseThrow().status()).isEqualTo(200);

            works.kill(Works.Victim.SERVER);
            works.startAndAwait();

            assertThat(works.door("acme").get("/v1/sources").orElseThrow().status()).isEqualTo(200);
        }
    }
}
