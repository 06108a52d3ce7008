package io.plimsoll.analysis.change.drift;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.change.DriftState;
import io.plimsoll.analysis.change.drift.dump.Annotations;

/// What the containers of a pod got that was sized past its template: resized in place, or by the VPA.
///
/// @param kind   of the workload that made it
/// @param state  RESIZED or VPA
/// @param sizes  `container requests cpu` to the quantity that runs
record PodSize(String namespace, String kind, String workload, DriftState state, @Nullable DriftOwner by,
        Map<String, String> sizes) {
    private static final Pattern HASH = Pattern.compile("-[a-z0-9]{4,12}$");

    PodSize {
        sizes = Map.copyOf(sizes);
    }

    /// Empty for a pod that runs as its template says, or that no workload made.
    static Optional<PodSize> of(JsonNode pod) {
        JsonNode metadata = pod.path("metadata");
        JsonNode maker = metadata.path("ownerReferences").path(0);
        if (!pod.path("kind").asString("").equals("Pod") || maker.isMissingNode()) {
            return Optional.empty();
        }
        ManagedFields managed = new ManagedFields(metadata.path("managedFields"));
        DriftOwner by = managed.through("resize");
        boolean vertical = metadata.path("annotations").has(Annotations.VPA)
                || by != null && by.manager().startsWith("vpa-");
        Map<String, String> wanted = new HashMap<>();
        Map<String, String> running = new HashMap<>();
        pod.path("spec").path("containers").forEach(each -> sizes(each, wanted));
        pod.path("status").path("containerStatuses").forEach(each -> sizes(each, running));
        Map<String, String> actual = new HashMap<>(wanted);
        actual.putAll(running);
        boolean resized = by != null || running.entrySet().stream().anyMatch(each -> wanted.containsKey(each.getKey())
                && !Amounts.same(each.getValue(), wanted.getOrDefault(each.getKey(), "")));
        if (!resized && !vertical) {
            return Optional.empty();
        }
        boolean set = maker.path("kind").asString("").equals("ReplicaSet");
        String name = maker.path("name").asString("");
        return Optional.of(new PodSize(metadata.path("namespace").asString(""),
                set ? "Deployment" : maker.path("kind").asString(""), set ? HASH.matcher(name).replaceFirst("") : name,
                vertical ? DriftState.VPA : DriftState.RESIZED, by, actual));
    }

    private static void sizes(JsonNode container, Map<String, String> into) {
        for (String part : new String[]{"requests", "limits"}) {
            container.path("resources").path(part).properties().forEach(each -> into.put(
                    container.path("name").asString("") + " " + part + " " + each.getKey(),
                    each.getValue().asString("")));
        }
    }

    boolean of(LiveObject object) {
        boolean made = kind.equals(object.kind()) || kind.equals("Deployment") && object.kind().equals("Rollout");
        return made && namespace.equals(object.namespace()) && workload.equals(object.name());
    }
}
