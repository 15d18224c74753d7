package dev.tidegate.embedded;

/**
 * The server's configuration, written anew before each start. Durable first (every commit is on
 * disk before it is answered), then fitted to a machine of two cores. A file custom.conf in the
 * data folder has the last word, except over durability, which is checked at every start.
 */
record PostgresSettings(int port) {
    private static final String SETTINGS =
            """
            # Written by Tidegate at each start; put your own settings into custom.conf beside it.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 100
            superuser_reserved_connections = 3

            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_compression = on
            wal_buffers = 16MB
            min_wal_size = 512MB
            max_wal_size = 4GB
            checkpoint_timeout = 10min
            checkpoint_completion_target = 0.9

            shared_buffers = 512MB
            effective_cache_size = 2GB
            work_mem = 16MB
            maintenance_work_mem = 128MB
            random_page_cost = 1.1
            io_workers = 2
            jit = off
            # a report must not take both cores from the operations beside it
            max_parallel_workers_per_gather = 0
            autovacuum_max_workers = 2

            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'iso, ymd'
            default_text_search_config = 'pg_catalog.english'
            log_line_prefix = '%%m [%%p] %%u '
            log_checkpoints = off
            track_io_timing = on
            track_wal_io_timing = on

            include_if_exists = 'custom.conf'
            """;

    static final String ACCESS =
            """
            # Over loopback with a password, nothing else; the superuser can't log in at all.
            host  all       postgres                       127.0.0.1/32  reject
            host  all       tidegate_owner,tidegate_app    127.0.0.1/32  scram-sha-256
            """;

    String text() {
        return SETTINGS.formatted(port);
    }
}
