package io.plimsoll.analysis.change;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What the clone's own file ([GuardsFile]) says of the guards. Immutable.
///
/// @param layers      the last one that says something counts
/// @param quorumKinds kinds whose replicas vote
/// @param protections what is not to be edited
public record GuardSettings(List<Layer> layers, Set<String> quorumKinds, List<Protection> protections) {
    public static final Set<String> QUORUM_KINDS = Set.of("StatefulSet", "Kafka", "KafkaNodePool", "ZookeeperCluster",
            "EtcdCluster");
    public static final GuardSettings DEFAULTS = new GuardSettings(List.of(), QUORUM_KINDS, List.of());

    public GuardSettings {
        layers = List.copyOf(layers);
        quorumKinds = Set.copyOf(quorumKinds);
        protections = List.copyOf(protections);
    }

    /// Numbers and states, for all files or some.
    ///
    /// @param paths      globs of files; empty for any
    /// @param namespaces globs of namespaces; empty for any
    public record Layer(List<String> paths, List<String> namespaces, Map<GuardNumber, Integer> numbers,
            Map<String, RuleState> rules) {
        public Layer {
            paths = List.copyOf(paths);
            namespaces = List.copyOf(namespaces);
            numbers = Map.copyOf(numbers);
            rules = Map.copyOf(rules);
        }

        boolean covers(String file, String namespace) {
            return (paths.isEmpty() || Glob.anyMatches(paths, file))
                    && (namespaces.isEmpty() || Glob.anyMatches(namespaces, namespace));
        }

        /// Whether it counts everywhere.
        public boolean general() {
            return paths.isEmpty() && namespaces.isEmpty();
        }

        private @Nullable Integer number(GuardNumber wanted) {
            Integer own = numbers.get(wanted);
            GuardNumber general = wanted.general();
            return own != null || general == null ? own : numbers.get(general);
        }
    }

    /// What counts for one object.
    ///
    /// @param file      path from the top of the clone
    /// @param namespace as the object writes it; empty if it does not
    public GuardSettings at(String file, String namespace) {
        return new GuardSettings(layers.stream().filter(layer -> layer.covers(file, namespace)).toList(), quorumKinds,
                protections);
    }

    public int number(GuardNumber wanted) {
        return layers.reversed().stream().map(layer -> layer.number(wanted)).filter(Objects::nonNull).findFirst()
                .orElse(wanted.preset());
    }

    /// What the file makes of a rule; empty where the rule decides by itself.
    public Optional<RuleState> state(String rule) {
        return layers.reversed().stream().map(layer -> layer.rules().get(rule)).filter(Objects::nonNull).findFirst();
    }

    /// Those that count everywhere.
    public GuardSettings everywhere() {
        return new GuardSettings(layers.stream().filter(Layer::general).toList(), quorumKinds, protections);
    }
}
