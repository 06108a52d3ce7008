package io.plimsoll.analysis.manifest.edit;

import java.util.Set;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.common.ScalarStyle;

import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Writes one value as YAML, in the author's quotes. A string stays a string: where the new text without quotes would be
/// read as a number or truth value, it gets quotes.
final class ScalarWriter {
    private static final Pattern SAFE = Pattern.compile("-?[A-Za-z0-9][A-Za-z0-9._/+-]*");
    private static final Pattern SAFE_IN_BLOCK = Pattern
            .compile("(?!.*(: | #|:$|\\s$))[A-Za-z0-9/][\\x20-\\x7e&&[^\"']]*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9._/-]*");

    private static final Set<String> STRING_MAPS = Set.of("labels", "annotations", "matchLabels", "nodeSelector",
            "commonLabels", "commonAnnotations", "pairs", "podLabels", "podAnnotations", "extraLabels", "tags",
            "customLabels", "data", "stringData", "sparkConf", "hadoopConf", "flinkConfiguration", "rayStartParams",
            "args",
            "command");

    private ScalarWriter() {
    }

    /// @throws io.plimsoll.analysis.task.StepFailure MULTILINE when the value can't stand on one line
    static void check(String value, String place) {
        if (value.codePoints().anyMatch(ScalarWriter::unwritable)) {
            throw Refusal.MULTILINE.because(
                    place + ": the new value has a line break, a control character or half a character in it.");
        }
    }

    private static boolean unwritable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (point & 0xFFFE) == 0xFFFE;
        };
    }

    static ScalarStyle styleFor(YamlNode.Scalar old, String value, Target target) {
        if (!old.plain()) {
            return old.style();
        }
        ValueClass before = ValueClass.of(old.value());
        boolean string = before == ValueClass.STRING || before == ValueClass.NOTHING && takesStrings(target);
        boolean keeps = !string || ValueClass.of(value) == ValueClass.STRING;
        return keeps && plainSafe(value, target.inFlow()) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }

    /// Whether the value must be a string, by the API's own schemas: any of a map of strings, `env[].value`, arguments.
    static boolean takesStrings(Target target) {
        return STRING_MAPS.contains(target.holder()) || target.environmentValue();
    }

    /// The splice that puts `value` in the place of `old`.
    static Splice replacement(ManifestText text, YamlNode.Scalar old, String value, ScalarStyle style) {
        int start = Tokens.start(text, old);
        boolean touching = start == old.end() && start > 0 && !Character.isWhitespace(text.text().charAt(start - 1));
        return new Splice(start, old.end(), (touching ? " " : "") + written(value, style));
    }

    static String written(String value, ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> "'" + value.replace("'", "''") + "'";
            case PLAIN -> value;
            default -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        };
    }

    /// A key that is added beside others.
    static String key(String name, boolean quoted) {
        boolean plain = !quoted && KEY.matcher(name).matches() && ValueClass.of(name) == ValueClass.STRING;
        return written(name, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }

    static boolean plainSafe(String value, boolean flow) {
        return SAFE.matcher(value).matches() || !flow && SAFE_IN_BLOCK.matcher(value).matches();
    }
}
