package dev.tidegate.platform.log;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names of the topics of this cell. */
public final class Topics {
    private final LogSettings settings;

    Topics(LogSettings settings) {
        this.settings = settings;
    }

    public String rawExpress() {
        return settings.topicPrefix() + "raw.express";
    }

    public String rawSurge() {
        return settings.topicPrefix() + "raw.surge";
    }

    /**
     * Requests to process bytes again; each names the address of bytes that stay where they are.
     */
    public String reprocess() {
        return settings.topicPrefix() + "reprocess";
    }

    public String canonical() {
        return derived("canonical");
    }

    public String dead() {
        return derived("dead");
    }

    public String fact() {
        return derived("fact");
    }

    /** What can be made again from the raw lanes is made anew in each generation. */
    private String derived(String name) {
        var generation = settings.generation() == 0 ? "" : ".g" + settings.generation();
        return settings.topicPrefix() + name + generation;
    }

    /** Every topic and its number of partitions. */
    public Map<String, Integer> partitions() {
        var all = new LinkedHashMap<String, Integer>();
        all.put(rawExpress(), settings.rawPartitions());
        all.put(rawSurge(), settings.rawPartitions());
        all.put(reprocess(), 1);
        all.put(canonical(), settings.canonicalPartitions());
        all.put(dead(), settings.canonicalPartitions());
        all.put(fact(), settings.factPartitions());
        return all;
    }
}
