package io.plimsoll.analysis.manifest.knob;

import java.util.List;
import java.util.regex.Pattern;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ReadManifest;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.edit.EditStep;
import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.StepFailure;

/// All families of manifests, those with a schema before the general rules. A new family is a class and a line here.
public final class KnobFinders {
    private static final List<KnobFinder> ALL = List.of(new WorkloadKnobs(), new AutoscalerKnobs(),
            new KedaKnobs(), new StorageKnobs(), new SparkKnobs(), new FlinkKnobs(), new KafkaKnobs(), new RayKnobs(),
            new WorkflowKnobs(), new NodeKnobs(), new TieringKnobs(), new GuardrailKnobs(), new ArgoApplicationKnobs(),
            new FluxKnobs(), new KustomizeKnobs(), new PrefectKnobs(), new HelmValuesKnobs(), new AnyKindKnobs(),
            new TagKnobs());

    /// Plimsoll's own settings in a clone look like a chart's values and cost nothing.
    private static final Pattern OWN = Pattern.compile("(?:^|[/\\\\])\\.plimsoll[/\\\\]");

    private KnobFinders() {
    }

    /// See `Knobs.find`.
    public static List<Knob> find(String file, byte[] content) {
        return read(file, content).knobs();
    }

    /// See `Knobs.read`.
    public static ReadManifest read(String file, byte[] content) {
        ManifestText text = ManifestText.decode(file, content);
        String sealed = "";
        boolean masked = false;
        Layer layer;
        try {
            layer = Layer.of(YamlTree.parse(text));
            sealed = sealed(layer);
        } catch (StepFailure e) {
            if (!e.code().equals(Refusal.TEMPLATE.name())) {
                throw e;
            }
            layer = Layer.of(YamlTree.parseMasked(text));
            sealed = e.code() + ": " + e.message();
            masked = true;
        }
        return new ReadManifest(layer.tree(), masked, find(text, layer, sealed));
    }

    private static List<Knob> find(ManifestText text, Layer layer, String sealed) {
        if (OWN.matcher(text.file()).find()) {
            return List.of();
        }
        KnobSink sink = null;
        for (int i = 0; i < layer.tree().documents().size(); i++) {
            Cursor root = Cursor.root(layer, layer.tree().documents().get(i));
            ManifestObject object = ManifestObject.of(text.file(), root);
            sink = sink == null ? KnobSink.of(layer, sealed, object, i) : sink.in(object, i);
            visit(object, sink);
        }
        return sink == null ? List.of() : sink.knobs();
    }

    /// An object, or each object of a `List`.
    static void visit(ManifestObject object, KnobSink sink) {
        if (object.kind().endsWith("List") && object.root().at("items").exists()) {
            object.root().at("items").items().forEach(item -> {
                ManifestObject each = ManifestObject.of(object.file(), item);
                visit(each, sink.in(each));
            });
            return;
        }
        ALL.forEach(finder -> finder.find(object, sink));
    }

    private static String sealed(Layer layer) {
        try {
            EditStep.check(layer);
            return "";
        } catch (StepFailure e) {
            return e.code() + ": " + e.message();
        }
    }
}
