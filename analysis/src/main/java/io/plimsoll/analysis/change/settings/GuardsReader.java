package io.plimsoll.analysis.change.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import io.plimsoll.analysis.change.GuardNumber;
import io.plimsoll.analysis.change.GuardSettings;
import io.plimsoll.analysis.change.Protection;
import io.plimsoll.analysis.change.RuleState;
import io.plimsoll.analysis.change.guard.GuardRule;
import io.plimsoll.analysis.change.guard.GuardRules;
import io.plimsoll.analysis.task.StepFailure;

/// Reads a guards file strictly: what it does not know is refused, since a cap that is misspelled would silently not count.
public final class GuardsReader {
    /// A file above it, in bytes, is none that a person wrote.
    public static final int LARGEST = 1 << 18;
    private static final String VERSION = "version";
    private static final Map<String, List<GuardNumber>> FORMER = Map.of(
            "stepDownPercent", List.of(GuardNumber.DOWN),
            "stepUpPercent", List.of(GuardNumber.UP),
            "memoryHeadroomPercent", List.of(GuardNumber.MEMORY_HEADROOM),
            "minReplicas", List.of(GuardNumber.MIN_REPLICAS));

    private GuardsReader() {
    }

    /// @param file for messages
    /// @throws StepFailure GUARDS_FILE
    public static GuardSettings read(String file, byte[] yaml) {
        Optional<Node> root = compose(file, yaml);
        if (root.isEmpty() || root.get() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
            return GuardSettings.DEFAULTS;
        }
        Section section = Section.of(file, root.get(), "the file");
        return section.has(VERSION) ? current(section) : former(section);
    }

    private static Optional<Node> compose(String file, byte[] yaml) {
        if (yaml.length > LARGEST) {
            throw Section.wrong(file, 1, "it has more than " + LARGEST + " bytes", "Keep it to what a person reads.");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString();
            return new Compose(LoadSettings.builder().setLabel(file).setCodePointLimit(LARGEST)
                    .setMaxAliasesForCollections(0).build()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw Section.wrong(file, line, "this is not YAML, " + e.getProblem(), "Repair it in the clone.");
        } catch (YamlEngineException | CharacterCodingException e) {
            throw Section.wrong(file, 1, "this can't be read as YAML", "Save it as YAML in UTF-8.");
        }
    }

    /// The four names of files without a version.
    private static GuardSettings former(Section section) {
        Map<GuardNumber, Integer> numbers = new EnumMap<>(GuardNumber.class);
        for (Map.Entry<String, List<GuardNumber>> former : FORMER.entrySet()) {
            for (GuardNumber number : former.getValue()) {
                put(numbers, number, section.number(former.getKey(), number.least(), number.most()));
            }
        }
        if (!section.keys().isEmpty()) {
            String key = section.keys().getFirst();
            throw section.wrong(key, "unknown key " + key + " in a file without a version",
                    "Write `version: 1` first, or only stepDownPercent, stepUpPercent, memoryHeadroomPercent and minReplicas.");
        }
        return new GuardSettings(List.of(new GuardSettings.Layer(List.of(), List.of(), numbers, Map.of())),
                GuardSettings.QUORUM_KINDS, List.of());
    }

    private static GuardSettings current(Section section) {
        section.number(VERSION, 1, 1);
        for (String key : section.keys()) {
            List<GuardNumber> now = FORMER.get(key);
            if (now != null) {
                throw section.wrong(key, key + " has another name in version 1",
                        "Write " + now.getFirst().group() + ": {" + now.getFirst().key() + ": …} instead.");
            }
        }
        List<GuardSettings.Layer> layers = new ArrayList<>();
        layers.add(layer(section, List.of(), List.of()));
        List<String> quorum = section.texts("quorumKinds");
        List<Protection> protections = section.sections("protected").stream().map(GuardsReader::protection).toList();
        for (Section override : section.sections("overrides")) {
            List<String> paths = override.texts("paths");
            List<String> namespaces = override.texts("namespaces");
            if (paths.isEmpty() && namespaces.isEmpty()) {
                throw Section.wrong(override.file(), override.line(), "an override without paths or namespaces",
                        "Say where it counts, or write its values at the top.");
            }
            layers.add(layer(override, paths, namespaces));
            override.done();
        }
        section.done();
        return new GuardSettings(layers, quorum.isEmpty() ? GuardSettings.QUORUM_KINDS : Set.copyOf(quorum),
                protections);
    }

    private static GuardSettings.Layer layer(Section section, List<String> paths, List<String> namespaces) {
        Map<GuardNumber, Integer> numbers = new EnumMap<>(GuardNumber.class);
        for (String group : List.of("caps", "floors")) {
            Section values = section.section(group);
            if (values != null) {
                GuardNumber.of(group).forEach(
                        number -> put(numbers, number, values.number(number.key(), number.least(), number.most())));
                values.done();
            }
        }
        return new GuardSettings.Layer(paths, namespaces, numbers, rules(section.section("rules")));
    }

    private static void put(Map<GuardNumber, Integer> numbers, GuardNumber number, @Nullable Integer value) {
        if (value != null) {
            numbers.put(number, value);
        }
    }

    private static Map<String, RuleState> rules(@Nullable Section section) {
        Map<String, RuleState> states = new LinkedHashMap<>();
        if (section == null) {
            return states;
        }
        for (GuardRule rule : GuardRules.ALL) {
            String word = section.text(rule.id());
            if (!word.isEmpty()) {
                states.put(rule.id(), state(section, rule, word));
            }
        }
        section.done();
        return states;
    }

    private static RuleState state(Section section, GuardRule rule, String word) {
        for (RuleState state : RuleState.values()) {
            if (state.word().equals(word) && (rule.overridable() || state == RuleState.BLOCK)) {
                return state;
            }
        }
        throw section.wrong(rule.id(), rule.id() + " can't be " + word.toLowerCase(Locale.ROOT),
                rule.overridable() ? "Write off, warn or block." : "This guard always blocks; take the line out.");
    }

    private static Protection protection(Section section) {
        Protection protection = new Protection(section.texts("paths"), section.text("kind"), section.text("field"),
                section.text("reason"));
        if (protection.paths().isEmpty() && protection.kind().isEmpty() && protection.field().isEmpty()) {
            throw Section.wrong(section.file(), section.line(), "a protection of nothing",
                    "Name paths, a kind or a field.");
        }
        section.done();
        return protection;
    }
}
