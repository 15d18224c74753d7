package dev.tidegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurefireReportsTest {
    @TempDir Path folder;

    @Test
    void countsTestsAcrossClassesAndNamesTheFailures() throws IOException {
        write("a.A", "<testcase classname='a.A' name='holds'/>");
        write(
                "b.B",
                """
                <testcase classname='b.B' name='later'><skipped/></testcase>
                <testcase classname='b.B' name='breaks'><failure message='1 is not 2'/></testcase>
                <testcase classname='b.B' name='throws'><error type='java.io.IOException'/></testcase>
                """);

        var sum = new SurefireReports(folder).sum();

        assertThat(sum.line()).isEqualTo("1 passed, 2 failed, 1 skipped");
        assertThat(sum.failures())
                .containsExactly(
                        new SurefireReports.Failed("b.B.breaks", "1 is not 2"),
                        new SurefireReports.Failed("b.B.throws", "java.io.IOException"));
    }

    @Test
    void aHalfWrittenReportAndNoReportAreNoError() throws IOException {
        Files.writeString(folder.resolve("TEST-c.C.xml"), "<testsuite><testc");

        assertThat(new SurefireReports(folder).sum().line())
                .isEqualTo("0 passed, 0 failed, 0 skipped");
        assertThat(new SurefireReports(folder.resolve("nowhere")).names()).isEmpty();
    }

    private void write(String name, String cases) throws IOException {
        Files.writeString(
                folder.resolve("TEST-" + name + ".xml"),
                "<testsuite name='%s' time='1.5'>%s</testsuite>".formatted(name, cases));
    }
}
