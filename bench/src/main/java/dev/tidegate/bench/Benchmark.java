package dev.tidegate.bench;

/** One benchmark of docs/BENCHMARKS.md. */
interface Benchmark {
    String name();

    Report run(Options options) throws Exception;
}
