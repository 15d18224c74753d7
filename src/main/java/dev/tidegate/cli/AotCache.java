package dev.tidegate.cli;

import java.nio.file.Path;

/**
 * The server's ahead-of-time cache. It fits one jar at one place on one JVM, and lies beside that
 * jar.
 */
record AotCache(Path file) {
    static AotCache of(Installation installation, Program program) {
        var name = "server-" + System.getProperty("java.vm.version") + ".aot";
        return new AotCache(
                installation.home().resolve("program").resolve(program.key()).resolve(name));
    }
}
