/**
 * Measured speed: each figure stands beside its limit or a peer measured in the same run
 * (docs/BENCHMARKS.md). Never shipped.
 */
package dev.tidegate.bench;
