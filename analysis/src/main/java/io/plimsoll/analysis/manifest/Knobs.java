package io.plimsoll.analysis.manifest;

import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.edit.TargetResolver;
import io.plimsoll.analysis.manifest.knob.GrammarRules;
import io.plimsoll.analysis.manifest.knob.KnobFinders;
import io.plimsoll.analysis.manifest.terraform.TerraformEditor;
import io.plimsoll.analysis.manifest.terraform.TerraformKnobs;

/// Finds what costs money in a manifest. Pure, safe from any thread.
public final class Knobs {
    /// What the names of files end with that may hold knobs.
    public static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json", ".tfvars", ".tf");

    private Knobs() {
    }

    /// All knobs of a file in text order, those that can't be edited included.
    ///
    /// @param file    its path; the names of some files (`kustomization.yaml`) say what they are
    /// @param content the file's bytes
    /// @throws io.plimsoll.analysis.task.StepFailure TOO_LARGE, LFS, NOT_UTF8, PARSE or TEMPLATE when it can't be read
    public static List<Knob> find(String file, byte[] content) {
        return TerraformEditor.takes(file) ? TerraformKnobs.find(file, content) : KnobFinders.find(file, content);
    }

    /// The knobs of a YAML file with its documents.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure as `find`
    public static ReadManifest read(String file, byte[] content) {
        return KnobFinders.read(file, content);
    }

    /// Whether a file's name says that it may hold knobs.
    public static boolean mayBeIn(String file) {
        return ENDINGS.stream().anyMatch(file::endsWith) || file.endsWith("Kustomization");
    }

    /// The knob at a path, however the path is spelled.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure as `find`, and a `Refusal` when the path leads nowhere
    public static Optional<Knob> at(String file, byte[] content, int document, ManifestPath path) {
        if (TerraformEditor.takes(file)) {
            TerraformEditor.value(file, content, document, path);
            return find(file, content).stream().filter(knob -> knob.editable() && knob.path().equals(path)).findFirst();
        }
        Layer layer = Layer.file(file, content);
        int place = TargetResolver.resolve(layer, document, path).place();
        return find(file, content).stream().filter(knob -> knob.document() == document && knob.editable()
                && TargetResolver.resolve(layer, document, knob.path()).place() == place).findFirst();
    }

    /// How a value is written at a path, whether it exists there or not.
    ///
    /// @param kind   of the object; empty for a values file
    /// @param author the text that stands there; empty if none does
    public static UnitGrammar grammar(String kind, ManifestPath path, String author) {
        return GrammarRules.at(kind, path, author);
    }
}
