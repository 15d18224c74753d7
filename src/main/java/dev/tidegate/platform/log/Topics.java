package dev.tidegate.platform.log;

import java.util.LinkedHashMap;
import java.util.List;
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

    public String canonicalExpress() {
        return derived("canonical.express");
    }

    public String canonicalSurge() {
        return derived("canonical.surge");
    }

    public String dead() {
        return derived("dead");
    }

    public String fact() {
        return derived("fact");
    }

    /**
     * What processing sends on, in order of precedence: what is read wrongly can be seen to before
     * a flood has been applied.
     */
    public List<String> processed() {
        return List.of(canonicalExpress(), dead(), canonicalSurge());
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
        processed().forEach(topic -> all.put(topic, settings.canonicalPartitions()));
        all.put(fact(), settings.factPartitions());
        return all;
    }
}
