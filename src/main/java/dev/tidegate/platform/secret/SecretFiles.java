package dev.tidegate.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/**
 * Generated keys of 256 bits, one file each, readable by their owner only (0600 in a folder of
 * 0700). Processes that share the folder share the keys: whoever comes first makes one.
 */
public final class SecretFiles {
    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final Chance chance;

    public SecretFiles(Path folder, Chance chance) {
        this.folder = folder;
        this.chance = chance;
    }

    /** The key of this name, made when there is none yet. */
    public byte[] key(String name) {
        var file = folder.resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder, readableBy("rwx------"));
                publish(file);
            }
            return Base64.getUrlDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " can't be read or made", e);
        }
    }

    /** A link appears with its whole content or not at all, and never replaces another's. */
    private void publish(Path file) throws IOException {
        var draft = Files.createTempFile(folder, "draft", null, readableBy("rw-------"));
        try {
            var key =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(chance.bytes(KEY_BYTES));
            Files.writeString(draft, key + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException first) {
            return; // another process was first: its key counts
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    public static void write(Path file, String content) {
        var folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            var draft = Files.createTempFile(folder, "draft", null, readableBy("rw-------"));
            Files.writeString(draft, content);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be written", e);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> readableBy(String rights) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
    }
}
