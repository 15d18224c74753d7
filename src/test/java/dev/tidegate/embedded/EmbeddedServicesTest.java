package dev.tidegate.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One home, walked through the life of its servers: the order of the facts is the story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("slow")
class EmbeddedServicesTest {
    private static final String TOPIC = "survivors";

    @TempDir static Path folder;
    private static Path home;
    private static Endpoints endpoints;

    @BeforeAll
    static void start() throws IOException {
        Home.letEnter(folder);
        home = folder.resolve("home");
        endpoints = EmbeddedServices.ensure(home);
    }

    @AfterAll
    static void stop() {
        EmbeddedServices.stop(home);
    }

    @Test
    @Order(1)
    void bothServersAnswerAndHaveProcesses() {
        assertThat(EmbeddedServices.health(home))
                .isEqualTo(new EmbeddedServices.Health(true, true));
        assertThat(EmbeddedServices.pids(home).postmaster()).isPresent();
        assertThat(EmbeddedServices.pids(home).broker()).isPresent();
    }

    @Test
    @Order(2)
    void everyCommitIsOnDiskBeforeItIsAnswered() throws SQLException {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(owner("select current_setting('" + setting + "')"))
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Test
    @Order(2)
    void policiesBindTheAppRoleAndItCanNotLiftThem() throws SQLException {
        owner(
                """
                create table letters (tenant text not null, words text not null);
                alter table letters enable row level security;
                alter table letters force row level security;
                create policy by_tenant on letters
                    using (tenant = nullif(current_setting('tidegate.tenant', true), ''));
                grant select, insert on letters to tidegate_app;
                set tidegate.tenant = 'acme';
                insert into letters values ('acme', 'ours');
                """);

        assertThat(app("select count(*) from letters")).isEqualTo("0");
        assertThatThrownBy(() -> app("alter table letters disable row level security"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> app("set role tidegate_owner"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app("set row_security = off; select count(*) from letters"))
                .hasMessageContaining("row-level security");
    }

    @Test
    @Order(2)
    void nobodyComesInWithoutAGeneratedPassword() {
        assertThat(endpoints.ownerPassword()).hasSizeGreaterThan(40);
        assertThat(endpoints.appPassword()).isNotEqualTo(endpoints.ownerPassword());
        assertThat(endpoints.toString()).doesNotContain(endpoints.appPassword());
        for (var user : List.of("postgres", PostgresBootstrap.OWNER, PostgresBootstrap.APP)) {
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            endpoints.jdbcUrl(), user, "postgres"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    @Order(2)
    void secretsAreReadableByTheirOwnerOnly() throws IOException {
        var secrets = home.resolve("secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        try (var files = Files.list(secrets)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo("rw-------"));
        }
    }

    @Test
    @Order(3)
    void runningServersAreAdoptedNotStartedAgain() {
        var before = EmbeddedServices.pids(home);

        assertThat(EmbeddedServices.ensure(home)).isEqualTo(endpoints);
        assertThat(EmbeddedServices.pids(home)).isEqualTo(before);
    }

    @Test
    @Order(4)
    void serversOutliveAProgramThatIsKilled() throws Exception {
        var other = folder.resolve("other");
        var program = OtherProgram.ensuring(other);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(other.resolve("ensured")));
            var before = EmbeddedServices.pids(other);
            program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

            assertThat(EmbeddedServices.health(other))
                    .isEqualTo(new EmbeddedServices.Health(true, true));
            EmbeddedServices.ensure(other);
            assertThat(EmbeddedServices.pids(other)).isEqualTo(before);
        } finally {
            program.destroyForcibly();
            EmbeddedServices.stop(other);
        }
        assertThat(EmbeddedServices.pids(home).broker()).isPresent();
    }

    @Test
    @Order(5)
    void whatPostgresCommittedOutlivesItsKilling() throws SQLException {
        owner("create table kept (words text); insert into kept values ('still here')");
        kill(EmbeddedServices.pids(home).postmaster().orElseThrow());

        assertThat(EmbeddedServices.ensure(home)).isEqualTo(endpoints);
        assertThat(owner("select words from kept")).isEqualTo("still here");
    }

    @Test
    @Order(6)
    void whatTheBrokerAcknowledgedOutlivesItsKilling() throws Exception {
        write("still here");
        kill(EmbeddedServices.pids(home).broker().orElseThrow());

        assertThat(EmbeddedServices.ensure(home)).isEqualTo(endpoints);
        assertThat(read()).isEqualTo("still here");
    }

    @Test
    @Order(7)
    void bothComeBackWithTheirDataAfterACleanStop() throws SQLException {
        EmbeddedServices.stop(home);
        assertThat(EmbeddedServices.pids(home).postmaster()).isEmpty();
        assertThat(EmbeddedServices.pids(home).broker()).isEmpty();

        assertThat(EmbeddedServices.ensure(home)).isEqualTo(endpoints);
        assertThat(owner("select words from kept")).isEqualTo("still here");
        assertThat(read()).isEqualTo("still here");
    }

    @Test
    @Order(8)
    void refusesToServeWithoutFsync() throws IOException {
        EmbeddedServices.stop(home);
        var custom = home.resolve("postgres/custom.conf");
        Files.writeString(custom, "fsync = off\n");
        Files.setPosixFilePermissions(custom, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> EmbeddedServices.ensure(home))
                .isInstanceOf(EmbeddedFault.class)
                .hasMessageContaining("fsync");
    }

    @Test
    @Order(9)
    void aFailedStartShowsTheServersOwnWords() throws IOException {
        EmbeddedServices.stop(home);
        Files.writeString(home.resolve("postgres/custom.conf"), "no_such_setting = 1\n");

        assertThatThrownBy(() -> EmbeddedServices.ensure(home))
                .isInstanceOf(EmbeddedFault.class)
                .hasMessageContaining("no_such_setting");
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        Awaitility.await().until(() -> !Processes.alive(pid));
    }

    private static void write(String words) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap(), "acks", "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, words)).get();
        }
    }

    private static String read() {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap());
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private static String bootstrap() {
        return endpoints.bootstrapServers();
    }

    private static String owner(String sql) throws SQLException {
        return run(endpoints.ownerUser(), endpoints.ownerPassword(), sql);
    }

    private static String app(String sql) throws SQLException {
        return run(endpoints.appUser(), endpoints.appPassword(), sql);
    }

    /** The first column of the last result, or empty. */
    private static String run(String user, String password, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(endpoints.jdbcUrl(), user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
            var rows = statement.getResultSet();
            return rows != null && rows.next() ? rows.getString(1) : "";
        }
    }
}
