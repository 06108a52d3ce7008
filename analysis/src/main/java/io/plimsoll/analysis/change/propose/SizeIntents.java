package io.plimsoll.analysis.change.propose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.NotPossible;
import io.plimsoll.analysis.change.SizePart;
import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.engine.SparkPod;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.WorkloadKey;

/// Writes a wanted size into the manifests of one workload. One use; not safe from several threads.
public final class SizeIntents {
    /// Their number of pods is not theirs to set.
    private static final Set<String> UNCOUNTED = Set.of("DaemonSet", "CronJob", "Job", "Pod");

    private final DeclaredWorkload declared;
    private final OwningKnobs knobs;
    private final String word;
    private final Function<String, byte[]> files;
    private final List<Intent> intents = new ArrayList<>();
    private final List<NotPossible> notPossible = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /// @param word  names the workload in the intents
    /// @param files the bytes at a path, of the commit that the intents are for
    public SizeIntents(DeclaredWorkload declared, WorkloadKey key, String word, Function<String, byte[]> files) {
        this.declared = declared;
        this.knobs = new OwningKnobs(declared, key);
        this.word = word;
        this.files = files;
    }

    /// One a knob that was looked at; one whose new value is the old one wants nothing changed.
    public List<Intent> intents() {
        return intents;
    }

    public List<NotPossible> notPossible() {
        return notPossible;
    }

    public List<String> remarks() {
        return remarks;
    }

    /// A part of 0, or a limit that is empty beside a request of 0, is not asked for.
    public void want(Size size) {
        replicas(size.replicas());
        if (size.cpuRequest() > 0 || size.cpuLimit().isPresent()) {
            cpu(size);
        }
        if (size.memoryRequest() > 0 || size.hasMemoryLimit()) {
            memory(size);
        }
    }

    private void replicas(int wanted) {
        if (UNCOUNTED.contains(declared.kind())) {
            return;
        }
        if (!(knobs.of(Field.MAX_REPLICAS) instanceof Owner.None)
                || !(knobs.of(Field.MAX_INSTANCES) instanceof Owner.None)) {
            scaled(wanted);
            return;
        }
        switch (knobs.of(Field.REPLICAS, Field.INSTANCES)) {
            case Owner.One(Knob knob) when knobs.tooFewSlots(wanted) ->
                refuse(SizePart.REPLICAS, "FLINK_SLOTS", knob.file()
                        + ": " + wanted + " task managers have too few slots for the job's parallelism.");
            case Owner.One(Knob knob) -> write(SizePart.REPLICAS, knob, Integer.toString(wanted));
            // Kubernetes takes one replica where none is said.
            case Owner.None none when wanted == 1 -> {
            }
            case Owner other -> refuse(SizePart.REPLICAS, other);
        }
    }

    /// An autoscaler is given a lower bottom; how far it goes above that is its own decision.
    private void scaled(int wanted) {
        Owner least = knobs.of(Field.MIN_REPLICAS);
        Owner most = knobs.of(Field.MAX_REPLICAS);
        if (least instanceof Owner.One(Knob min) && most instanceof Owner.One(Knob max) && OwningKnobs.isWhole(min)
                && OwningKnobs.isWhole(max)
                && BigDecimal.valueOf(wanted).compareTo(max.unit().amount(max.value())) <= 0) {
            if (BigDecimal.valueOf(wanted).compareTo(min.unit().amount(min.value())) < 0) {
                remarks.add("An autoscaler owns the replicas of " + declared.name() + ": its minimum is changed.");
                write(SizePart.REPLICAS, min, Integer.toString(Math.max(1, wanted)));
            }
            return;
        }
        refuse(SizePart.REPLICAS, "AUTOSCALER",
                "An autoscaler owns the replicas of " + declared.name() + " and does not "
                        + "allow " + wanted + ".");
    }

    private void cpu(Size size) {
        if (scaledVertically(SizePart.CPU_REQUEST, "cpu")) {
            return;
        }
        Owner request = knobs.of(Field.CPU_REQUEST, Field.CPU, Field.CORES);
        Owner limit = knobs.of(Field.CPU_LIMIT);
        boolean one = size.cpuLimit().isEmpty() || size.cpuLimit().getAsDouble() == size.cpuRequest();
        set(SizePart.CPU_REQUEST, request, size.cpuRequest(), one && limit instanceof Owner.One,
                knob -> SizeText.cpu(knob, size.cpuRequest()));
        set(SizePart.CPU_LIMIT, limit, size.cpuLimit().orElse(0), one,
                knob -> SizeText.cpu(knob, size.cpuLimit().orElse(0)));
    }

    private void memory(Size size) {
        if (scaledVertically(SizePart.MEMORY_REQUEST, "memory")) {
            return;
        }
        Owner request = knobs.of(Field.MEMORY_REQUEST, Field.MEMORY);
        Owner limit = knobs.of(Field.MEMORY_LIMIT);
        boolean one = !size.hasMemoryLimit() || size.memoryLimit() == size.memoryRequest();
        // One value for both has to be the larger.
        long both = limit instanceof Owner.None
                ? Math.max(size.memoryRequest(), size.memoryLimit())
                : size.memoryRequest();
        if (request instanceof Owner.One(Knob heap) && heap.field().equals(Field.MEMORY) && OwningKnobs.isSpark(heap)) {
            spark(heap, Size.roundMemory(both));
        } else if (request instanceof Owner.One(Knob knob) && knob.field().equals(Field.MEMORY)) {
            set(SizePart.MEMORY_REQUEST, request, both, false, each -> SizeText.memory(each, both));
        } else {
            set(SizePart.MEMORY_REQUEST, request, size.memoryRequest(), one && limit instanceof Owner.One,
                    knob -> SizeText.memory(knob, size.memoryRequest()));
        }
        boolean covered = one || request instanceof Owner.One(Knob knob) && knob.field().equals(Field.MEMORY);
        set(SizePart.MEMORY_LIMIT, limit, size.memoryLimit(), covered,
                knob -> SizeText.memory(knob, size.memoryLimit()));
    }

    /// A pod of Spark gets all of its parts together. Written ones keep their shares; overhead that is not written follows Spark's rule.
    private void spark(Knob heap, long pod) {
        Owner overhead = knobs.of(Field.MEMORY_OVERHEAD);
        SparkPod rule = SparkPod.of(declared.documents());
        long wanted = overhead instanceof Owner.One(Knob knob) ? share(rule, pod, heap, knob) : rule.heap(pod);
        if (wanted <= 0) {
            refuse(SizePart.MEMORY_REQUEST, "TOO_SMALL", heap.file() + ": " + new Bytes(pod)
                    + " is less than what Spark adds to the heap.");
            return;
        }
        if (overhead instanceof Owner.Closed) {
            refuse(SizePart.MEMORY_REQUEST, overhead);
            return;
        }
        long beside = rule.beside().longValue();
        long rest = Math.max(0, pod - wanted - beside);
        remarks.add(word + ": " + new Bytes(pod) + " a pod are " + new Bytes(wanted) + " of heap and " + new Bytes(rest)
                + " of overhead"
                + (beside == 0 ? "." : ", and " + new Bytes(beside) + " of off-heap memory and Python's."));
        write(SizePart.MEMORY_REQUEST, heap, SizeText.memory(heap, wanted));
        if (overhead instanceof Owner.One(Knob knob)) {
            write(SizePart.MEMORY_REQUEST, knob, SizeText.memory(knob, rest));
        }
    }

    private static long share(SparkPod rule, long pod, Knob heap, Knob overhead) {
        BigDecimal heapNow = heap.unit().amount(heap.value());
        BigDecimal all = heapNow.add(overhead.unit().amount(overhead.value()));
        BigDecimal left = BigDecimal.valueOf(pod).subtract(rule.beside());
        return all.signum() == 0
                ? left.longValue()
                : Size.roundMemory(left.multiply(heapNow).divide(all, 0, RoundingMode.CEILING).doubleValue());
    }

    private boolean scaledVertically(SizePart part, String resource) {
        if (knobs.resized(resource)) {
            refuse(part, "AUTOSCALER",
                    "A VerticalPodAutoscaler owns the " + part.words() + " of " + declared.name() + ".");
            return true;
        }
        return false;
    }

    /// @param wanted  0 for none
    /// @param covered it is right already that no manifest sets it
    private void set(SizePart part, Owner owner, double wanted, boolean covered, Function<Knob, String> text) {
        if (wanted > 0) {
            if (owner instanceof Owner.One(Knob knob)) {
                write(part, knob, text.apply(knob));
            } else if (!(covered && owner instanceof Owner.None)) {
                refuse(part, owner);
            }
        } else if (!(owner instanceof Owner.None)) {
            refuse(part, "NO_REMOVAL",
                    "The wanted size has no " + part.words() + "; the one in the manifest of " + declared.name()
                            + " can't be taken out by an edit.");
        }
    }

    private void write(SizePart part, Knob knob, String wanted) {
        try {
            byte[] content = files.apply(knob.file());
            Edit edit = ManifestEditor.proposed(knob.file(), content, knob.document(), knob.path(), wanted);
            String before = knob.value();
            if (!before.equals(edit.oldValue())) {
                refuse(part, Refusal.STALE_OLD_VALUE.name(), knob.file() + ": " + knob.path()
                        + " is another value in the change set's commit than " + before + ".");
                return;
            }
            boolean same = knob.unit().reads(before)
                    && knob.unit().amount(before).compareTo(knob.unit().amount(edit.newValue())) == 0;
            intents.add(new Intent(knob.file(), knob.document(), knob.path().toString(), before,
                    same ? before : edit.newValue(), word));
        } catch (StepFailure e) {
            refuse(part, e.code(), e.message());
        }
    }

    private void refuse(SizePart part, Owner owner) {
        if (owner instanceof Owner.Closed(String code, String sentence)) {
            refuse(part, code, sentence);
        } else {
            refuse(part, "NO_KNOB", "No manifest sets the " + part.words() + " of " + declared.name() + ".");
        }
    }

    private void refuse(SizePart part, String code, String sentence) {
        notPossible.add(new NotPossible(part, code, sentence));
    }
}
