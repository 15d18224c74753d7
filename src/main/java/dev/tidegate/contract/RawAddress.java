package dev.tidegate.contract;

/** Where the bytes of a message stand in the log. Dense offsets: a gap would show a loss. */
public record RawAddress(Lane lane, int partition, long offset) implements Comparable<RawAddress> {
    @Override
    public int compareTo(RawAddress other) {
        int byLane = lane.compareTo(other.lane);
        if (byLane != 0) {
            return byLane;
        }
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    /** For people and logs: {@code express/3/1042}. */
    @Override
    public String toString() {
        return lane.label() + "/" + partition + "/" + offset;
    }
}
