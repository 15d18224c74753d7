package dev.tidegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISA*00*          |application/edi-x12",
                "'  \nISA*00'     |application/edi-x12",
                "\u00EF\u00BB\u00BFISA*00 |application/edi-x12",
                "UNA:+.? 'UNB+    |application/edifact",
                "UNB+UNOC:3       |application/edifact",
                "<?xml version    |application/xml",
                "{\"number\":1}   |application/json",
                "[1]              |application/json",
                "sku;qty          |text/csv",
                "just words       |application/octet-stream"
            })
    void theBeginningTells(String start, String type) {
        assertThat(ContentTypes.sniffed(start)).isEqualTo(type);
    }

    @Test
    void theNameTellsFirstAndAnEdiFileIsLookedInto(@TempDir Path folder) throws IOException {
        var lines = Files.writeString(folder.resolve("many.ndjson"), "{}\n{}\n");
        var edi = Files.writeString(folder.resolve("orders.edi"), "UNB+UNOC:3+A+B'");

        assertThat(ContentTypes.of(lines)).isEqualTo("application/x-ndjson");
        assertThat(ContentTypes.of(edi)).isEqualTo("application/edifact");
    }
}
