package dev.tidegate.contract;

/**
 * One entry of a message: the address of its bytes and its index among the message's entries, from
 * 0.
 */
public record EventId(RawAddress address, int index) implements Comparable<EventId> {
    @Override
    public int compareTo(EventId other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
        return address + "#" + index;
    }
}
