package dev.tidegate.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * What a sender holds: the address of its bytes. A large file stands in several records of one
 * partition, in order, with other senders' records between them; its receipt names them all.
 *
 * @param addresses at least one, of one lane and partition, ascending
 */
public record Receipt(List<RawAddress> addresses) {
    public Receipt {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("a receipt names at least one address");
        }
        for (int i = 1; i < addresses.size(); i++) {
            var before = addresses.get(i - 1);
            var next = addresses.get(i);
            if (next.lane() != before.lane()
                    || next.partition() != before.partition()
                    || next.offset() <= before.offset()) {
                throw new IllegalArgumentException("no upload lies like this: " + addresses);
            }
        }
    }

    public static Receipt of(RawAddress address) {
        return new Receipt(List.of(address));
    }

    static Receipt of(Lane lane, int partition, List<Long> offsets) {
        var addresses = new ArrayList<RawAddress>(offsets.size());
        for (long offset : offsets) {
            addresses.add(new RawAddress(lane, partition, offset));
        }
        return new Receipt(addresses);
    }

    public RawAddress first() {
        return addresses.getFirst();
    }
}
