package io.plimsoll.analysis.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.manifest.owner.OverlayPatch;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.DeclaredWorkload;

/// Where a patch for one root would go, tried with another value.
///
/// @param patches empty if there is none
/// @param failure why there is none; null if there is
record OverlayWay(String root, List<OverlayPatch> patches, @Nullable StepFailure failure) {
    private static final int MOST = 10;

    /// For the first ten roots that share a field; none for a field that one root takes, or that has no digit to try with.
    static List<OverlayWay> of(DeclaredWorkload declared, OwnedField field) {
        String other = field.value().replaceFirst("([0-9])", "9$1");
        if (field.sharedBy().isEmpty() || other.equals(field.value())) {
            return List.of();
        }
        List<OverlayWay> ways = new ArrayList<>();
        Stream.concat(Stream.of(field.root()), field.sharedBy().stream()).sorted().limit(MOST).forEach(root -> {
            try {
                ways.add(new OverlayWay(root,
                        declared.owners().patches(field.origin(), root, other, Cancellation.never()), null));
            } catch (StepFailure e) {
                ways.add(new OverlayWay(root, List.of(), e));
            }
        });
        return ways;
    }

    String text() {
        return root + ": " + (failure != null
                ? failure.code() + ", " + failure.message()
                : patches.stream().map(each -> each.file() + " " + each.place().path())
                        .collect(Collectors.joining(", ")));
    }

    void put(ObjectNode object) {
        object.put("root", root).put("code", failure == null ? null : failure.code());
        ArrayNode edits = object.putArray("edits");
        patches.forEach(each -> edits.addObject().put("file", each.file()).put("path", each.place().path().toString())
                .put("how", each.how()));
    }
}
