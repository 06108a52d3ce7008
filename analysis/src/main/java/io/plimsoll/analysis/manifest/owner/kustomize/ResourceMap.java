package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The resources of a kustomization in order, no two of the same identity.
final class ResourceMap {
    private static final int MOST = 20_000;
    private static final long MOST_LOOKS = 100_000_000;

    private final List<Resource> all = new ArrayList<>();
    private final Map<ResourceId, Integer> counts = new HashMap<>();
    private long looks;

    /// @throws io.plimsoll.analysis.task.StepFailure LIMIT when they were looked at too often
    List<Resource> all() {
        looks += all.size();
        if (looks > MOST_LOOKS) {
            throw Refused.limit("Too many patches for " + all.size() + " objects.");
        }
        return List.copyOf(all);
    }

    /// To be called when names may have changed.
    void forget() {
        counts.clear();
    }

    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE or LIMIT
    void append(Resource resource) {
        if (all.size() >= MOST) {
            throw Refused.limit("More than " + MOST + " objects.");
        }
        recount();
        if (counts.merge(resource.id().effective(), 1, Integer::sum) > 1) {
            throw Refused.invalid(resource.id() + " is there twice.");
        }
        all.add(resource);
    }

    void appendAll(List<Resource> resources) {
        resources.forEach(this::append);
    }

    private void recount() {
        if (counts.isEmpty()) {
            all.forEach(each -> counts.merge(each.id().effective(), 1, Integer::sum));
        }
    }

    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE if two have become the same
    void checkUnique() {
        counts.clear();
        recount();
        counts.forEach((id, count) -> {
            if (count > 1) {
                throw Refused.invalid(id + " is there twice after the namespace was set.");
            }
        });
        counts.clear();
    }

    void remove(Resource resource) {
        all.remove(resource);
        counts.clear();
    }

    void replace(Resource old, Resource resource) {
        all.set(all.indexOf(old), resource);
        counts.clear();
    }

    /// Those that have, or ever had, this identity.
    List<Resource> ever(ResourceId id) {
        return all().stream().filter(each -> each.wasEver(id)).toList();
    }

    /// The only one that has, or ever had, this identity.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE if there is none or several
    Resource theOne(ResourceId id) {
        List<Resource> found = ever(id);
        if (found.size() != 1) {
            throw Refused.invalid((found.isEmpty() ? "No object is " : found.size() + " objects are ") + id
                    + ", which a patch is for.");
        }
        return found.getFirst();
    }

    List<Resource> select(Selector selector) {
        return all().stream().filter(selector::matches).toList();
    }
}
