package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardNumber;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;

/// A Java heap needs a part of the memory limit only: class data, threads, buffers and the collector take the rest, and the kernel
/// kills what takes more than all. `Heaps` finds the heap.
final class JvmHeap implements GuardRule {
    private static final Set<String> FIELDS = Set.of(Field.MEMORY_LIMIT, Field.MEMORY_REQUEST, Field.MEMORY,
            Field.MEMORY_OVERHEAD, Field.HEAP_MAX);

    @Override
    public String id() {
        return "jvm-heap";
    }

    @Override
    public String explanation() {
        return "A Java heap leaves part of the memory limit to the rest of the process, or the kernel kills it.";
    }

    @Override
    public boolean appliesToUndo() {
        return true;
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        Set<GuardResult> results = new LinkedHashSet<>();
        input.eachKnob(FIELDS, (file, edit, knob) -> results.addAll(check(input, file, edit, knob)));
        return List.copyOf(results);
    }

    private List<GuardResult> check(GuardInput input, FilePreview file, EditPreview edit, Knob knob) {
        List<Heaps.Heap> before = Heaps.of(file.file(), file.before(), file.oldKnobs(), knob);
        List<GuardResult> results = new ArrayList<>();
        for (Heaps.Heap heap : Heaps.of(file.file(), file.after(), file.newKnobs(), knob)) {
            int cap = heap.whole() ? 100 : input.number(edit, GuardNumber.HEAP);
            boolean passed = !heap.isOver(cap);
            Optional<Heaps.Heap> old = before.stream().filter(each -> each.whole() == heap.whole()).findFirst();
            boolean better = old.isPresent() && old.get().isOver(cap)
                    && heap.bytes().multiply(old.get().limit())
                            .compareTo(old.get().bytes().multiply(heap.limit())) <= 0;
            results.add(result(knob, better ? Severity.WARN : Severity.BLOCK, passed,
                    "%s: %s is %s %% of %s MiB%s, at most %d %% %s".formatted(file.file(), heap.words(),
                            Amounts.percent(heap.bytes(), heap.limit()), Amounts.mebibytes(heap.limit()),
                            knob.container().isEmpty() ? "" : " of " + knob.container(), cap,
                            heap.whole() ? "fit" : "leave room for the rest of the process")));
        }
        return results;
    }
}
