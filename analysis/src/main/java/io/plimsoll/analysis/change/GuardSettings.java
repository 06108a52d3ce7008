package io.plimsoll.analysis.change;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import io.plimsoll.analysis.task.StepFailure;

/// The caps of the guards, kept in the clone so that they are reviewed as code.
///
/// @param stepDownPercent       the most that one commit may take off a value
/// @param stepUpPercent         the most that it may add before it is remarked
/// @param memoryHeadroomPercent above the observed peak
/// @param minReplicas           that a workload should keep if it has them
public record GuardSettings(int stepDownPercent, int stepUpPercent, int memoryHeadroomPercent, int minReplicas) {
    /// Where the clone keeps them.
    public static final String FILE = ".plimsoll/guards.yaml";
    public static final GuardSettings DEFAULTS = new GuardSettings(50, 100, 10, 2);

    /// A mapping of the four names above to whole numbers; those not named keep their defaults.
    ///
    /// @throws StepFailure GUARDS_FILE
    public static GuardSettings read(byte[] yaml) {
        Object root;
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString();
            root = new Load(LoadSettings.builder().setLabel(FILE).setMaxAliasesForCollections(0).build())
                    .loadFromString(text);
        } catch (YamlEngineException | CharacterCodingException e) {
            throw StepFailure.badInput("GUARDS_FILE", FILE + " can't be read: " + e.getMessage(),
                    "Repair it in the clone.",
                    e);
        }
        if (root == null) {
            return DEFAULTS;
        }
        if (!(root instanceof Map<?, ?> map)) {
            throw wrong("it is no mapping");
        }
        Map<String, Object> left = new TreeMap<>();
        map.forEach((key, value) -> left.put(String.valueOf(key), String.valueOf(value)));
        GuardSettings settings = new GuardSettings(take(left, "stepDownPercent", DEFAULTS.stepDownPercent, 0, 100),
                take(left, "stepUpPercent", DEFAULTS.stepUpPercent, 0, 100_000),
                take(left, "memoryHeadroomPercent", DEFAULTS.memoryHeadroomPercent, 0, 1_000),
                take(left, "minReplicas", DEFAULTS.minReplicas, 0, 1_000));
        if (!left.isEmpty()) {
            throw wrong("unknown key " + left.keySet().iterator().next());
        }
        return settings;
    }

    private static int take(Map<String, Object> left, String key, int preset, int least, int most) {
        Object value = left.remove(key);
        if (value == null) {
            return preset;
        }
        String text = value.toString();
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw wrong(key + " must be a whole number from " + least + " to " + most + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    private static StepFailure wrong(String reason) {
        return StepFailure.badInput("GUARDS_FILE", FILE + ": " + reason + ".",
                "It may set stepDownPercent, stepUpPercent, memoryHeadroomPercent and minReplicas.");
    }
}
