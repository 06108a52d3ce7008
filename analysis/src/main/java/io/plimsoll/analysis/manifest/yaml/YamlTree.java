package io.plimsoll.analysis.manifest.yaml;

import java.util.List;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import io.plimsoll.analysis.manifest.Refusal;

/// All documents of a text.
///
/// @param text      as it was parsed
/// @param documents in order, empty ones included
public record YamlTree(ManifestText text, List<YamlDocument> documents) {
    private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true)
            .setCodePointLimit(2 * ManifestText.LARGEST).build();

    /// @throws io.plimsoll.analysis.task.StepFailure PARSE, or TEMPLATE when the text holds template marks
    public static YamlTree parse(ManifestText text) {
        return parse(text, text.text());
    }

    /// The tree of a template with its marks covered; values that the template fills in are given as they are written.
    /// For reading only.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure TEMPLATE if even so it is not YAML
    public static YamlTree parseMasked(ManifestText text) {
        return parse(text, Templates.masked(text.text()));
    }

    private static YamlTree parse(ManifestText text, String parsed) {
        try {
            TreeBuilder builder = new TreeBuilder(text, !parsed.equals(text.text()));
            new Parse(SETTINGS).parseString(parsed).forEach(builder::accept);
            return new YamlTree(text, builder.documents());
        } catch (YamlEngineException e) {
            String where = e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()
                    ? text.file() + ":" + (marked.getProblemMark().get().getLine() + 1)
                    : text.file();
            if (Templates.marked(text.text())) {
                throw Refusal.TEMPLATE.because(where + ": this is a template, not YAML.");
            }
            throw Refusal.PARSE.because(where + ": this is not YAML: " + firstLine(String.valueOf(e.getMessage())));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unknown problem") + ".";
    }
}
