package dev.tidegate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.platform.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {
    private static final TenantId ACME = new TenantId("acme");
    private final Receipts receipts = new Receipts(new byte[32]);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyAddressComesBackFromItsText(long seed) {
        var random = new Random(seed);
        var addresses = new ArrayList<RawAddress>();
        var lane = Lane.of(random.nextInt(2));
        int partition = random.nextInt(1_000);
        long offset = random.nextLong(1L << 50);
        for (int i = 0; i <= random.nextInt(256); i++) {
            addresses.add(new RawAddress(lane, partition, offset));
            offset += random.nextBoolean() ? 1 : 1 + random.nextInt(5_000);
        }
        var receipt = new Receipt(addresses);

        var text = receipts.text(ACME, receipt);

        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(receipts.read(ACME, text)).contains(receipt);
    }

    @Test
    void anotherTenantsAnotherKeysAndEveryChangedReceiptAreNone() {
        var text = receipts.text(ACME, Receipt.of(new RawAddress(Lane.EXPRESS, 3, 1042)));

        assertThat(receipts.read(new TenantId("globex"), text)).isEmpty();
        var otherKey = new byte[32];
        Arrays.fill(otherKey, (byte) 1);
        assertThat(new Receipts(otherKey).read(ACME, text)).isEmpty();
        for (int i = 0; i < text.length() - 1; i++) {
            var changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A');
            assertThat(receipts.read(ACME, changed + text.substring(i + 1))).as(changed).isEmpty();
        }
        for (var none : new String[] {"", "A", "????", "A".repeat(20_000)}) {
            assertThat(receipts.read(ACME, none)).isEmpty();
        }
    }

    @Test
    void aReceiptOfOneMessageIsShort() {
        assertThat(receipts.text(ACME, Receipt.of(new RawAddress(Lane.SURGE, 7, 40_000_000_000L))))
                .hasSizeLessThan(24);
    }
}
