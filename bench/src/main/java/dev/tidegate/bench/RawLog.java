package dev.tidegate.bench;

import dev.tidegate.contract.RawHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Appends to the log without going through the door, as the door would have written it. */
final class RawLog {
    private RawLog() {}

    /** A raw record with all the headers of the door. */
    static ProducerRecord<byte[], byte[]> record(String topic, String source, Mix.Message message) {
        var key = message.tenant() + '\0' + source + '\0' + message.orderingKey();
        var raw = new ProducerRecord<>(topic, bytes(key), message.body());
        raw.headers()
                .add(RawHeaders.TENANT, bytes(message.tenant()))
                .add(RawHeaders.SOURCE, bytes(source))
                .add(RawHeaders.CONTENT_TYPE, bytes("application/json"))
                .add(RawHeaders.MESSAGE_ID, bytes(message.messageId()))
                .add(RawHeaders.SHA256, bytes(sha256(message.body())))
                .add(RawHeaders.PRINCIPAL, bytes("bench"));
        return raw;
    }

    /** Sends all and returns when all are acknowledged. */
    static void sendAll(
            KafkaProducer<byte[], byte[]> producer, Iterable<ProducerRecord<byte[], byte[]>> all) {
        var failure = new AtomicReference<Exception>();
        for (ProducerRecord<byte[], byte[]> one : all) {
            producer.send(
                    one,
                    (metadata, problem) -> {
                        if (problem != null) {
                            failure.set(problem);
                        }
                    });
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("the broker refused a record", failure.get());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
