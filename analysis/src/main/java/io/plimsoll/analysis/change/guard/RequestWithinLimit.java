package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;

/// A request above its limit is refused by the cluster. Sees what one file holds; a limit that another file sets stays unseen.
final class RequestWithinLimit implements GuardRule {
    private static final Map<String, String> LIMIT_OF = Map.of(Field.CPU_REQUEST, Field.CPU_LIMIT, Field.MEMORY_REQUEST,
            Field.MEMORY_LIMIT, Field.EPHEMERAL_REQUEST, Field.EPHEMERAL_LIMIT, Field.GPU_REQUEST, Field.GPU_LIMIT,
            Field.MIN_REPLICAS, Field.MAX_REPLICAS, Field.MIN_INSTANCES, Field.MAX_INSTANCES, Field.HEAP_MIN,
            Field.HEAP_MAX);

    @Override
    public String id() {
        return "request-within-limit";
    }

    @Override
    public String explanation() {
        return "A request stays within its limit and a minimum within its maximum, as the cluster demands.";
    }

    @Override
    public boolean appliesToUndo() {
        return true;
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (FilePreview file : input.files()) {
            for (EditPreview edit : file.edits()) {
                check(file, edit.newKnob()).filter(result -> !results.contains(result)).ifPresent(results::add);
            }
        }
        return results;
    }

    private Optional<GuardResult> check(FilePreview file, @Nullable Knob edited) {
        if (edited == null) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> pair : LIMIT_OF.entrySet()) {
            if (edited.field().equals(pair.getKey()) || edited.field().equals(pair.getValue())) {
                Optional<Knob> low = GuardInput.sibling(file.newKnobs(), edited, pair.getKey());
                Optional<Knob> high = GuardInput.sibling(file.newKnobs(), edited, pair.getValue());
                if (low.flatMap(GuardInput::amount).isPresent() && high.flatMap(GuardInput::amount).isPresent()) {
                    boolean passed = GuardInput.amount(low.get()).get()
                            .compareTo(GuardInput.amount(high.get()).get()) <= 0;
                    return Optional.of(result(edited, Severity.BLOCK, passed, "%s: %s %s, %s %s".formatted(
                            file.file(), pair.getKey().replace('-', ' '), low.get().value(),
                            pair.getValue().replace('-', ' '), high.get().value())));
                }
            }
        }
        return Optional.empty();
    }
}
