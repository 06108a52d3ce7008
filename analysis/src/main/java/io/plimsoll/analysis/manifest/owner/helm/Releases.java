package io.plimsoll.analysis.manifest.owner.helm;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.manifest.owner.helm.template.TemplateProblem;
import io.plimsoll.analysis.manifest.owner.helm.template.TemplateSet;
import io.plimsoll.analysis.manifest.owner.helm.value.FromTree;
import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.ValueMerge;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Works out what releases bring. Where a chart is not in the clone, or a template of it can't be worked out, the user's own values
/// stand for what they set, as an object of the kind `HelmValues` whose leaves say that their effect is not verified. For one thread.
public final class Releases {
    public static final String NOT_VERIFIED = "effect not verified";

    private final Charts charts;
    private final MaskedPlaces places;
    private final Map<String, TemplateSet> templates = new HashMap<>();

    public Releases(Sources sources, Charts charts) {
        this.charts = charts;
        this.places = new MaskedPlaces(sources);
    }

    public Rendered render(Release release, Cancellation cancellation) {
        Rendered rendered = new Rendered();
        Optional<Chart> chart;
        try {
            chart = charts.at(release.chart());
        } catch (StepFailure e) {
            rendered.unresolved().add(new Unresolved(release.root(), e.code() + ": " + e.message()));
            values(release.values(), "the chart can't be read", rendered);
            return rendered;
        }
        if (chart.isEmpty()) {
            values(release.values(), "the chart " + release.chart() + " is not in this clone", rendered);
            return rendered;
        }
        TemplateSet set = templates.computeIfAbsent(release.chart(), each -> new TemplateSet(texts(chart.get())));
        for (ChartValues part : ChartValues.of(chart.get(), release.values())) {
            render(release, part, set, part.chart() == chart.get(), rendered, cancellation);
        }
        return rendered;
    }

    private static Map<String, String> texts(Chart chart) {
        Map<String, String> texts = new LinkedHashMap<>();
        chart.below().forEach(part -> texts.putAll(texts(part.chart())));
        // Helm lets the chart above win where two define the same name.
        texts.putAll(chart.templates());
        return texts;
    }

    private void render(Release release, ChartValues part, TemplateSet set, boolean top, Rendered rendered,
            Cancellation cancellation) {
        boolean failed = false;
        for (Map.Entry<String, String> template : part.chart().templates().entrySet()) {
            cancellation.check();
            String file = template.getKey();
            String below = file.substring(file.indexOf("templates/"));
            if (!file.matches(".*\\.(ya?ml|tpl)") || below.substring(below.lastIndexOf('/') + 1).startsWith("_")
                    || below.startsWith("templates/tests/") || FreeKinds.onlyFree(template.getValue())) {
                continue;
            }
            try {
                TemplateSet.Rendering text = set.render(file, context(release, part, file));
                Rendered read = new RenderedText(text.pieces(), places).read(file);
                read.objects().forEach(object -> inNamespace(object, release.namespace()));
                rendered.add(read);
                text.unclear().forEach(each -> rendered.unresolved()
                        .add(new Unresolved(release.root(), "TEMPLATE: " + file + ": " + each)));
                failed |= !text.unclear().isEmpty();
            } catch (TemplateProblem e) {
                failed |= problem(release, file, "the template " + e.why(), rendered);
            } catch (StepFailure e) {
                failed |= problem(release, file, "its result is no YAML: " + e.message(), rendered);
            }
        }
        if (failed && top) {
            values(ValueMerge.onDefaults(part.chart().defaults(), release.values()),
                    "a template can't be worked out", rendered);
        }
    }

    private static boolean problem(Release release, String file, String why, Rendered rendered) {
        rendered.unresolved().add(new Unresolved(release.root(), "TEMPLATE: " + file + ": " + why));
        return true;
    }

    private static HelmValue.Table context(Release release, ChartValues part, String file) {
        HelmValue.Table named = new HelmValue.Table().with("Name", HelmValue.text(release.name()))
                .with("Namespace", HelmValue.text(release.namespace().isEmpty() ? "default" : release.namespace()))
                .with("Service", HelmValue.text("Helm")).with("IsInstall", HelmValue.TRUE)
                .with("IsUpgrade", HelmValue.FALSE).with("Revision", HelmValue.number(1));
        HelmValue.Table template = new HelmValue.Table().with("Name", HelmValue.text(part.chart().name() + "/" + file))
                .with("BasePath", HelmValue.text(part.chart().name() + "/templates"));
        return new HelmValue.Table().with("Values", ValueMerge.copy(part.values())).with("Release", named)
                .with("Chart", part.chart().meta()).with("Template", template)
                .with("Capabilities", new HelmValue.Unknown("it depends on the cluster's capabilities"))
                .with("Files", new HelmValue.Unknown("it reads a file of the chart"));
    }

    private static void inNamespace(Value object, String namespace) {
        if (object.at("metadata") instanceof Value.Fields metadata && !namespace.isEmpty()
                && metadata.text("namespace").isEmpty()) {
            metadata.entries().put("namespace", Value.Leaf.made(namespace));
        }
    }

    /// The values themselves in place of what they make.
    private static void values(HelmValue.Table values, String why, Rendered rendered) {
        if (values.entries().isEmpty()) {
            return;
        }
        Value object = FromTree.tree(values);
        ValuesObject.mark(object, NOT_VERIFIED + ": " + why, rendered.notes());
        rendered.objects().add(object);
    }
}
