package io.plimsoll.analysis.workload.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.ManifestPlace.Role;

/// The workloads that charts make. Templates are not run: of an expression only `.Values.x`, `.Release.Name`, `.Release.Namespace`
/// and `.Chart.Name` are filled in, which is what names are made of.
final class Charts {
    private static final Pattern EXPRESSION = Pattern
            .compile("\\{\\{-?\\s*\\.([A-Za-z0-9_.]+)\\s*(?:\\|\\s*(?:quote|squote|lower|trim)\\s*)*-?}}");
    private final List<ManifestDoc> docs;
    private final Set<String> folders;

    Charts(List<ManifestDoc> docs) {
        this.docs = docs;
        this.folders = docs.stream().filter(doc -> doc.fileName().equals("Chart.yaml")).map(ManifestDoc::folder)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether a file is part of a chart: its own objects reach no cluster but through a release.
    boolean contain(String file) {
        return folders.stream().anyMatch(folder -> folder.isEmpty() || file.startsWith(folder + "/"));
    }

    List<DeclaredWorkload> workloads(Release release) {
        if (!folders.contains(release.chart())) {
            return release.isHelm() ? List.of(unknownChart(release)) : List.of();
        }
        Map<String, String> values = values(release);
        List<DeclaredWorkload> found = new ArrayList<>();
        for (ManifestDoc template : docs) {
            if (template.file().startsWith(release.chart() + "/templates/") && template.isWorkload()) {
                String name = filled(template.name(), release, values);
                boolean known = !name.contains("{{");
                found.add(new DeclaredWorkload(template.kind(), namespace(template, release, values),
                        known ? name : release.name(), known(filled(template.appName(), release, values)),
                        release.doc().file(), places(release, template.text(), List.of(template)),
                        "chart " + release.chart() + " installed by " + release.doc().kind() + " "
                                + release.doc().name()
                                + (known ? ", name from its values" : ", name taken from the release")));
            }
        }
        return found;
    }

    private static String namespace(ManifestDoc template, Release release, Map<String, String> values) {
        String own = known(filled(template.namespace(), release, values));
        return own.isEmpty() ? release.namespace() : own;
    }

    private static String known(String text) {
        return text.contains("{{") ? "" : text;
    }

    /// A chart from elsewhere: its name is a value such as `sparkJob.name` beside sizes, else the release's.
    private DeclaredWorkload unknownChart(Release release) {
        List<String> names = release.values().keySet().stream().filter(key -> key.endsWith(".name")
                && key.indexOf('.') == key.lastIndexOf('.') && sizes(release, key.substring(0, key.indexOf('.') + 1)))
                .toList();
        String key = names.size() == 1 ? names.getFirst() : "";
        String name = key.isEmpty() ? release.name() : release.values().getOrDefault(key, release.name());
        return new DeclaredWorkload(key.toLowerCase(Locale.ROOT).contains("spark") ? "SparkApplication" : "",
                release.namespace(), name, "", release.doc().file(), places(release, "", List.of()),
                release.doc().kind() + " " + release.doc().name() + " of a chart that is not in this clone, name from "
                        + (key.isEmpty() ? "the release" : "its value " + key));
    }

    private static boolean sizes(Release release, String prefix) {
        return release.values().keySet().stream().anyMatch(key -> key.startsWith(prefix)
                && key.matches(".*\\.(?:cpu|cores|memory|replicas|instances|resources\\..*)"));
    }

    /// The inline values last in power stand first in the list: that is where a change belongs.
    private List<ManifestPlace> places(Release release, String template, List<ManifestDoc> templates) {
        List<ManifestPlace> places = new ArrayList<>();
        places.add(place(release.doc(), Role.INLINE_VALUES, template));
        List<String> files = valueFiles(release);
        docs.stream().filter(doc -> files.contains(doc.file()))
                .sorted(Comparator.comparingInt(doc -> files.lastIndexOf(doc.file())))
                .forEach(doc -> places.add(place(doc, Role.VALUES_FILE, template)));
        templates.forEach(
                doc -> places.add(new ManifestPlace(doc.file(), doc.index(), doc.kind(), Role.TEMPLATE, doc.knobs())));
        return places;
    }

    private static ManifestPlace place(ManifestDoc doc, Role role, String template) {
        List<Knob> concerned = doc.knobs().stream()
                .filter(knob -> template.isEmpty() || template.contains(".Values." + firstValueKey(knob.path())))
                .toList();
        return new ManifestPlace(doc.file(), doc.index(), doc.kind(), role, concerned);
    }

    /// The first key below the values: `sparkJob` of `spec.source.helm.values>sparkJob.cpu`.
    private static String firstValueKey(ManifestPath path) {
        boolean inside = !(path.passes("helm") || path.passes("values") || path.passes("valuesObject"));
        for (ManifestPath.Step step : path.steps()) {
            if (step instanceof ManifestPath.Key(String name)) {
                if (inside) {
                    return name;
                }
                inside = name.equals("values") || name.equals("valuesObject");
            }
        }
        return "";
    }

    /// Later ones over earlier ones.
    private static List<String> valueFiles(Release release) {
        List<String> files = new ArrayList<>(List.of(release.chart() + "/values.yaml"));
        files.addAll(release.valueFiles());
        return files;
    }

    private Map<String, String> values(Release release) {
        Map<String, String> values = new HashMap<>();
        for (String file : valueFiles(release)) {
            docs.stream().filter(doc -> doc.file().equals(file))
                    .forEach(doc -> Release.flatten("", doc.root(), values));
        }
        values.putAll(release.values());
        docs.stream().filter(doc -> doc.file().equals(release.chart() + "/Chart.yaml"))
                .forEach(doc -> values.put("Chart.Name", Nodes.text(doc.root(), "name")));
        return values;
    }

    private static String filled(String text, Release release, Map<String, String> values) {
        Matcher matcher = EXPRESSION.matcher(text);
        return matcher.replaceAll(found -> {
            String name = found.group(1);
            String value = switch (name) {
                case "Release.Name" -> release.name();
                case "Release.Namespace" -> release.namespace();
                case "Chart.Name" -> values.getOrDefault(name, "");
                default -> name.startsWith("Values.") ? values.getOrDefault(name.substring(7), "") : "";
            };
            return Matcher.quoteReplacement(value.isEmpty() ? found.group() : value);
        });
    }
}
