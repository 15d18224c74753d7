package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Makes the cluster beside its place and renames it: a folder of that name is always complete. The
 * superuser gets no password, and no line of pg_hba.conf lets it in. The owner may create
 * databases: a replay or a rehearsal gets one of its own.
 */
record PostgresBootstrap(Home home, PostgresProgram program, Rights rights) {
    static final String DATABASE = "tidegate";
    static final String OWNER = "tidegate_owner";
    static final String APP = "tidegate_app";

    private static final int SECONDS_MAX = 120;

    // One statement a line: that is how single-user mode reads them.
    private static final String ROLES =
            """
            create role tidegate_owner login nosuperuser createdb nocreaterole nobypassrls password '%s'
            create role tidegate_app login nosuperuser nocreatedb nocreaterole nobypassrls noinherit password '%s'
            grant pg_monitor to tidegate_owner
            create database tidegate owner tidegate_owner
            revoke all on database tidegate from public
            grant connect on database tidegate to tidegate_app
            revoke connect on database postgres from public
            """;

    void run() {
        var draft = home.folder().resolve("postgres.new");
        Folders.delete(draft);
        try {
            Files.createDirectory(draft);
            rights.give(draft);
            child(initdb(draft)).run(SECONDS_MAX);
            createRoles(draft);
            Files.move(draft, home.postgres(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> initdb(Path data) {
        return List.of(
                program.initdb().toString(),
                "--pgdata=" + data,
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--text-search-config=english",
                "--auth=reject",
                "--sync-method=syncfs",
                "--no-instructions");
    }

    /** Single-user mode: the roles exist before the first port is open. */
    private void createRoles(Path data) throws IOException {
        var secrets = new Secrets(home.secrets());
        var script = Files.createTempFile(home.secrets(), "roles", ".sql");
        try {
            Files.writeString(script, ROLES.formatted(secrets.of(OWNER), secrets.of(APP)));
            var single =
                    List.of(
                            program.postgres().toString(),
                            "--single",
                            "-D",
                            data.toString(),
                            "-c",
                            "log_statement=none",
                            "-c",
                            "log_min_error_statement=panic",
                            "-c",
                            "exit_on_error=on",
                            "postgres");
            child(single).reading(script).run(SECONDS_MAX);
        } finally {
            Files.delete(script);
        }
    }

    private Child child(List<String> words) {
        return new Child(
                rights.command(words), home.folder(), home.logs().resolve("postgres-setup.log"));
    }
}
