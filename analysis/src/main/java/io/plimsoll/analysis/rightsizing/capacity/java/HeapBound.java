package io.plimsoll.analysis.rightsizing.capacity.java;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import io.plimsoll.analysis.manifest.engine.JavaOptions;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;

import static io.plimsoll.analysis.rightsizing.capacity.Sized.text;

/// How much memory a Java heap binds. One use.
///
/// A heap of a fixed amount grows to it whatever the limit is, so the limit holds it and what lies beside it. A heap that is a share of
/// the limit shrinks with it, so what lives in the heap has to fit the share, and what lies beside it the rest.
final class HeapBound {
    /// A collector needs room above what lives: a heap of 1.3 times the live data, as our notes on analytics have it.
    private static final double ROOM = 1.3;
    /// Worth a sentence: a heap that could be a fifth smaller.
    private static final double SMALLER = 0.8;
    private static final long STEP = 256L << 20;

    private final Heap heap;
    private final JavaMemory measured;
    private final OffHeap offHeap;
    private final Size size;
    private final double highest;
    private final List<Objection> objections = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();

    /// @param highest memory that a replica ever held, in bytes; 0 if unknown
    HeapBound(Heap heap, JavaOptions options, JavaMemory measured, Size size, double highest) {
        this.heap = heap;
        this.measured = measured;
        this.offHeap = OffHeap.of(options, measured, heap.bytes(), highest);
        this.size = size;
        this.highest = highest;
    }

    CapacityFinding finding() {
        double floor = heap.share() == 0 ? fixed() : shared();
        // A limit above its request is left as it is, and with it the heap: the request alone may follow use.
        if (size.hasMemoryLimit() && size.memoryLimit() != size.memoryRequest()) {
            return new CapacityFinding(0, 0, 0, objections, facts);
        }
        boolean mayShrink = floor < size.memoryCeiling() && heap.share() == 0;
        if (!offHeap.measured() && mayShrink && highest < size.memoryCeiling() * 0.8) {
            objections.add(new Objection(Refusal.OFF_HEAP_UNKNOWN, Grade.B,
                    "What this Java process takes beside its heap was not "
                            + "measured; " + text(offHeap.bytes()) + " are allowed for."));
        }
        return new CapacityFinding(0, Math.round(floor), 0, objections, facts);
    }

    private double fixed() {
        double floor = limit(heap.bytes());
        String committed = measured.committed() > 0
                ? "; " + text(measured.committed()) + " of it were taken at the most"
                : "";
        facts.add("A Java heap of " + text(heap.bytes()) + " (" + heap.words() + ") and " + text(offHeap.bytes())
                + " beside it keep the memory limit at " + text(floor) + " or more" + committed + ".");
        if (size.memoryCeiling() > 0 && heap.bytes() + offHeap.bytes() > size.memoryCeiling() * 1.001) {
            tooLarge(floor);
        }
        target().ifPresent(target -> facts.add("95 % of the time no more than " + text(measured.live())
                + " of the heap lived: -Xmx" + Math.round(target / (1 << 20))
                + "m would hold it, and memory could follow to "
                + text(limit(target)) + "."));
        return floor;
    }

    /// The guard over heaps would block less than its share leaves.
    private double limit(double heapBytes) {
        return Math.max(heapBytes + offHeap.bytes(), heapBytes * 100 / JavaOptions.MOST_OF_LIMIT);
    }

    /// A heap that does not fit even without anything beside it is certain; with an allowance it is a doubt.
    private void tooLarge(double floor) {
        boolean certain = heap.bytes() > size.memoryCeiling() || offHeap.measured();
        objections.add(new Objection(Refusal.HEAP_BOUND, certain ? Grade.C : Grade.B, "The Java heap may grow to "
                + text(heap.bytes()) + " (" + heap.words() + ") with " + text(offHeap.bytes())
                + (offHeap.measured() ? "" : " allowed for") + " beside it, more than the " + text(size.memoryCeiling())
                + " it has: raise memory to " + text(floor) + ", or lower the heap."));
    }

    private OptionalDouble target() {
        double target = Math.ceil(ROOM * measured.live() / STEP) * STEP;
        return measured.live() > 0 && target < SMALLER * heap.bytes()
                ? OptionalDouble.of(target)
                : OptionalDouble.empty();
    }

    private double shared() {
        double live = measured.live() > 0 ? ROOM * measured.live() : held();
        double beside = heap.share() < 1 ? offHeap.bytes() / (1 - heap.share()) : 0;
        double floor = Math.max(live / heap.share(), beside);
        facts.add("The Java heap is " + heap.words() + ", now " + text(heap.bytes()) + ", and shrinks with it. "
                + (measured.live() > 0
                        ? text(measured.live()) + " of it live: the limit stays at " + text(floor) + " or more."
                        : "What lives in it was not measured: the limit stays at " + text(floor)
                                + " or more, so that the heap holds all that "
                                + (measured.used() > 0 ? "it" : "the process") + " ever held."));
        if (measured.live() > 0 && floor > 1.05 * size.memoryCeiling()) {
            objections.add(new Objection(Refusal.HEAP_BOUND, Grade.B,
                    "What lives in the Java heap leaves its collector too little room under "
                            + "the limit: " + text(floor) + " would hold it."));
        }
        return floor;
    }

    /// No more can live than was ever used.
    private double held() {
        return measured.used() > 0 ? measured.used() : highest;
    }
}
