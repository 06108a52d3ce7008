package io.plimsoll.analysis.manifest.yaml;

import java.util.List;

import io.plimsoll.analysis.manifest.Refusal;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// All documents of a text.
///
/// @param text      as it was parsed
/// @param documents in order, empty ones included
public record YamlTree(ManifestText text, List<YamlDocument> documents) {
    private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true)
            .setCodePointLimit(2 * ManifestText.LARGEST).build();

    /// @throws io.plimsoll.analysis.task.StepFailure PARSE, or TEMPLATE when the text holds template marks
    public static YamlTree parse(ManifestText text) {
        try {
            TreeBuilder builder = new TreeBuilder(text);
            new Parse(SETTINGS).parseString(text.text()).forEach(builder::accept);
            return new YamlTree(text, builder.documents());
        } catch (YamlEngineException e) {
            String where = e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()
                    ? text.file() + ":" + (marked.getProblemMark().get().getLine() + 1)
                    : text.file();
            if (Templates.marked(text.text())) {
                throw Refusal.TEMPLATE.because(where + ": this is a template, not YAML.");
            }
            throw Refusal.PARSE.because(where + ": this is not YAML: " + firstLine(e.getMessage()));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unknown problem") + ".";
    }
}
