package io.plimsoll.analysis.manifest.declared;

import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.yaml.Tree;

/// What a VerticalPodAutoscaler may do to one container.
///
/// @param mode      `Off`, which only recommends, or one that writes: `Initial`, `Auto`, `Recreate`, `InPlaceOrRecreate`
/// @param container its own policy, else that of all, else a place that does not exist
public record VerticalPolicy(String mode, Tree container) {
    private static final String OFF = "Off";

    /// @param vpa  of the kind in `Scaling.VERTICAL`
    /// @param name of the container
    public static VerticalPolicy of(Declared vpa, String name) {
        Tree nothing = vpa.spec().at("resourcePolicy", "containerPolicies", name, "");
        return new VerticalPolicy(vpa.spec().at("updatePolicy", "updateMode").text("Auto"),
                policy(vpa, name).or(() -> policy(vpa, "*")).orElse(nothing));
    }

    /// That of the first vertical autoscaler among some objects; empty without one.
    public static Optional<VerticalPolicy> first(List<Declared> scalers, String container) {
        return scalers.stream().filter(each -> each.kind().equals(Scaling.VERTICAL)).findFirst()
                .map(vpa -> of(vpa, container));
    }

    /// Whether it writes a value into the pods.
    ///
    /// @param resource `cpu` or `memory`
    /// @param limit    the limit, which follows in proportion unless only requests are controlled; else the request
    public boolean sets(String resource, boolean limit) {
        if (mode.equals(OFF) || container.at("mode").text().equals(OFF)) {
            return false;
        }
        boolean controlled = container.at("controlledResources").items().isEmpty() || container
                .at("controlledResources").items().stream().anyMatch(item -> item.text().equals(resource));
        return controlled && !(limit && container.at("controlledValues").text().equals("RequestsOnly"));
    }

    /// `minAllowed` or `maxAllowed` of a resource as written; empty without one.
    public String bound(String which, String resource) {
        return container.at(which, resource).text();
    }

    private static Optional<Tree> policy(Declared vpa, String name) {
        return vpa.spec().at("resourcePolicy", "containerPolicies").items().stream()
                .filter(policy -> policy.at("containerName").text().equals(name)).findFirst();
    }
}
