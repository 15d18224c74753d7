package dev.tidegate.contract;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.secret.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * Receipts as text: base64url of lane, partition, first offset and the steps to the next ones as
 * variable-length integers, then 64 bits of an HMAC over these and the tenant. A receipt of another
 * tenant therefore reads like a forged one: nothing tells whether it exists.
 */
public final class Receipts {
    private static final int CHECK_BYTES = 8;
    private static final int BYTES_MAX = 8 * 1024;

    /** Lane, partition and offset at their longest. */
    private static final int NUMBERS_BYTES_MAX = 24;

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final KeyedHash hash;

    /**
     * @param key shared by all processes of a cell
     */
    public Receipts(byte[] key) {
        this.hash = new KeyedHash(key);
    }

    /** Writes many receipts of one tenant; for one thread. */
    public Writer writer(TenantId tenant) {
        return new Writer(hash.start(), tenant);
    }

    public String text(TenantId tenant, Receipt receipt) {
        return writer(tenant).text(receipt);
    }

    /** Empty when it is none of ours, or of another tenant. */
    public Optional<Receipt> read(TenantId tenant, String text) {
        try {
            var all = Base64.getUrlDecoder().decode(text);
            int length = all.length - CHECK_BYTES;
            if (length < 1 || all.length > BYTES_MAX) {
                return Optional.empty();
            }
            var body = Arrays.copyOf(all, length);
            var check = Arrays.copyOfRange(all, length, all.length);
            var expected = Arrays.copyOf(writer(tenant).check(ByteBuffer.wrap(body)), CHECK_BYTES);
            return MessageDigest.isEqual(check, expected)
                    ? Optional.of(parse(ByteBuffer.wrap(body)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Receipt parse(ByteBuffer body) {
        var lane = Lane.of((int) readNumber(body));
        int partition = (int) readNumber(body);
        List<Long> offsets = new ArrayList<>();
        offsets.add(readNumber(body));
        while (body.hasRemaining()) {
            long step = readNumber(body);
            long times = readNumber(body);
            for (long i = 0; i < times; i++) {
                offsets.add(offsets.getLast() + step);
            }
        }
        return Receipt.of(lane, partition, offsets);
    }

    /** Little-endian groups of seven bits, as in Protocol Buffers. */
    private static long readNumber(ByteBuffer from) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte group = from.get();
            number |= (long) (group & 0x7f) << shift;
            if (group >= 0) {
                return number;
            }
        }
    }

    private static void writeNumber(ByteBuffer to, long number) {
        long rest = number;
        while (rest > 0x7f) {
            to.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        to.put((byte) rest);
    }

    /** Holds what writing needs, so that a receipt costs one hash and one string. */
    public static final class Writer {
        private final Mac mac;
        private final byte[] tenant;
        private ByteBuffer body = ByteBuffer.allocate(NUMBERS_BYTES_MAX);

        private Writer(Mac mac, TenantId tenant) {
            this.mac = mac;
            this.tenant = tenant.value().getBytes(StandardCharsets.US_ASCII);
        }

        /** Of one record. */
        public String text(Lane lane, int partition, long offset) {
            begin(lane, partition, offset);
            return finish();
        }

        public String text(Receipt receipt) {
            if (receipt.addresses().size() > 1) {
                body = ByteBuffer.allocate(BYTES_MAX);
            }
            var first = receipt.first();
            begin(first.lane(), first.partition(), first.offset());
            long times = 0;
            long step = 0;
            for (int i = 1; i < receipt.addresses().size(); i++) {
                long next =
                        receipt.addresses().get(i).offset()
                                - receipt.addresses().get(i - 1).offset();
                if (next != step && times > 0) {
                    steps(step, times);
                    times = 0;
                }
                step = next;
                times++;
            }
            if (times > 0) {
                steps(step, times);
            }
            return finish();
        }

        private void begin(Lane lane, int partition, long offset) {
            body.clear();
            writeNumber(body, lane.ordinal());
            writeNumber(body, partition);
            writeNumber(body, offset);
        }

        private void steps(long step, long times) {
            writeNumber(body, step);
            writeNumber(body, times);
        }

        private String finish() {
            body.flip();
            var check = check(body.duplicate());
            int length = body.limit();
            var all = Arrays.copyOf(body.array(), length + CHECK_BYTES);
            System.arraycopy(check, 0, all, length, CHECK_BYTES);
            return TO_TEXT.encodeToString(all);
        }

        private byte[] check(ByteBuffer bytes) {
            mac.update(tenant);
            mac.update((byte) 0);
            mac.update(bytes);
            return mac.doFinal();
        }
    }
}
