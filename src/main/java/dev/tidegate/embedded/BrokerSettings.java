package dev.tidegate.embedded;

import java.nio.file.Path;

/**
 * The broker's configuration, written anew before each start. Every append is flushed before it is
 * acknowledged; raw messages are kept for ever; the short session lets a broker that was killed
 * come back within seconds.
 */
record BrokerSettings(Path data, int port, int controllerPort) {
    private static final String SETTINGS =
            """
            # Written by Tidegate at each start.
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            listeners=LOOPBACK://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=LOOPBACK://127.0.0.1:%1$d
            listener.security.protocol.map=LOOPBACK:PLAINTEXT,CONTROLLER:PLAINTEXT
            inter.broker.listener.name=LOOPBACK
            log.dirs=%3$s

            log.flush.interval.messages=1
            log.flush.offset.checkpoint.interval.ms=5000
            log.retention.ms=-1
            log.retention.bytes=-1
            message.max.bytes=16777216
            replica.fetch.max.bytes=16777216
            auto.create.topics.enable=false
            num.partitions=4
            num.recovery.threads.per.data.dir=2
            # index files are made at this size, sparse, for every partition
            log.index.size.max.bytes=2097152

            broker.session.timeout.ms=1000
            broker.heartbeat.interval.ms=250
            controlled.shutdown.enable=false
            group.initial.rebalance.delay.ms=0

            default.replication.factor=1
            min.insync.replicas=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1

            num.network.threads=2
            num.io.threads=4
            background.threads=2
            """;

    /** Bounded: four files of 8 MiB. What reaches stdout is the JVM's own word, at its end. */
    private static final String LOGGING =
            """
            status = error
            appender.file.type = RollingFile
            appender.file.name = file
            appender.file.fileName = %1$s/kafka.log
            appender.file.filePattern = %1$s/kafka.log.%%i
            appender.file.layout.type = PatternLayout
            appender.file.layout.pattern = %%d{ISO8601} %%-5p %%m (%%c{1})%%n
            appender.file.policies.type = Policies
            appender.file.policies.size.type = SizeBasedTriggeringPolicy
            appender.file.policies.size.size = 8MB
            appender.file.strategy.type = DefaultRolloverStrategy
            appender.file.strategy.max = 3
            rootLogger.level = warn
            rootLogger.appenderRef.file.ref = file
            logger.server.name = kafka.server.KafkaRaftServer
            logger.server.level = info
            logger.fatal.name = kafka.Kafka
            logger.fatal.level = info
            """;

    String text() {
        return SETTINGS.formatted(port, controllerPort, data);
    }

    static String logging(Path logs) {
        return LOGGING.formatted(logs);
    }
}
