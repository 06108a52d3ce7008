package io.plimsoll.analysis.rightsizing.capacity.java;

import io.plimsoll.analysis.manifest.engine.JavaOptions;
import io.plimsoll.analysis.unit.Bytes;

/// What a Java process takes beside its heap.
///
/// @param bytes    together
/// @param measured whether it rests on measurements
record OffHeap(double bytes, boolean measured) {
    /// Our allowances where nothing was measured and no option bounds a part: classes of a middling service, the compiled code that its
    /// hot paths fill, and buffers. Options that are set count instead, compiled code's at most as much.
    private static final long METASPACE = 128 * Bytes.MI;
    private static final long CODE = 64 * Bytes.MI;
    private static final long DIRECT = 64 * Bytes.MI;
    /// Fifty threads of 1 MiB, the default of `-Xss` on 64-bit Linux.
    private static final long THREADS = 50;
    private static final long STACK = Bytes.MI;
    /// Tables of the collector, as a share of the heap.
    private static final double COLLECTOR = 0.05;

    /// @param heap    its bound, in bytes
    /// @param highest memory that a replica ever held, in bytes; 0 if unknown
    static OffHeap of(JavaOptions options, JavaMemory measured, double heap, double highest) {
        double rest = THREADS * options.stack().orElse(STACK) + COLLECTOR * heap;
        // What lies outside of all that the heap ever took is certainly no heap.
        double outside = measured.committed() > 0 ? highest - measured.committed() : 0;
        // Not every exporter tells direct buffers, so an option that bounds them counts on top.
        if (measured.nonHeap() > 0) {
            return new OffHeap(Math.max(outside, measured.nonHeap() + rest + options.direct().orElse(0)), true);
        }
        double allowance = options.metaspace().orElse(METASPACE) + Math.min(options.codeCache().orElse(CODE), CODE)
                + options.direct().orElse(DIRECT) + rest;
        return new OffHeap(Math.max(outside, allowance), false);
    }
}
