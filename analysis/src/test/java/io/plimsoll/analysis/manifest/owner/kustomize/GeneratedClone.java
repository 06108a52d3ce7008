package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A clone made from a seed: two bases, components, overlays upon overlays, and every sort of patch.
final class GeneratedClone {
    final Map<String, String> files = new LinkedHashMap<>();
    private final Random random;
    private final GeneratedObjects objects;

    GeneratedClone(long seed) {
        random = new Random(seed);
        objects = new GeneratedObjects(random);
        List<Known> first = base("apps/base", "a");
        List<Known> second = base("libs/base", "b");
        component("components/tune", first);
        component("components/scale", second);
        List<Known> middle = overlay("apps/middle", List.of("../base"), List.of(), first, "m");
        overlay("envs/dev", List.of("../../apps/base"), List.of("../../components/tune"), first, "d");
        List<Known> both = new ArrayList<>(middle);
        both.addAll(second);
        overlay("envs/prod", List.of("../../apps/middle", "../../libs/base"),
                random.nextBoolean() ? List.of("../../components/tune", "../../components/scale") : List.of(), both,
                "p");
    }

    private List<Known> base(String folder, String prefix) {
        List<Known> known = new ArrayList<>();
        StringBuilder list = new StringBuilder("resources:\n");
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String kind = GeneratedObjects.KINDS.get(random.nextInt(GeneratedObjects.KINDS.size()));
            String name = prefix + i + "-" + kind.toLowerCase(java.util.Locale.ROOT);
            String namespace = random.nextInt(3) == 0 ? "own" : "";
            String text = objects.object(kind, name, namespace);
            if (random.nextInt(4) == 0) {
                Known more = new Known("Deployment", prefix + i + "-second", "");
                text = text + "---\n# nothing here\n---\n" + objects.object("Deployment", more.name, "");
                known.add(more);
            } else if (random.nextInt(5) == 0) {
                text = "apiVersion: v1\nkind: List\nitems:\n  -\n" + GeneratedObjects.indented(text, 4);
            }
            if (random.nextInt(6) == 0) {
                String more = prefix + i + "-json";
                files.put(folder + "/" + more + ".json", "{\"apiVersion\": \"apps/v1\", \"kind\": \"ReplicaSet\",\n"
                        + "  \"metadata\": {\"name\": \"" + more + "\"},\n  \"spec\": {\"replicas\": "
                        + objects.number() + "}}\n");
                list.append("  - ./").append(more).append(".json\n");
            }
            files.put(folder + "/" + name + ".yaml", text);
            list.append("  - ").append(name).append(".yaml\n");
            known.add(new Known(kind, name, namespace));
        }
        files.put(folder + "/kustomization.yaml", list + dressing(prefix) + generator(prefix + "-gen", "", folder));
        return known;
    }

    private String dressing(String mark) {
        String text = "";
        if (random.nextInt(3) == 0) {
            text += "namespace: ns-" + mark + "\n";
        }
        if (random.nextInt(3) == 0) {
            text += "namePrefix: " + mark + "-\n";
        }
        if (random.nextInt(4) == 0) {
            text += "nameSuffix: -" + mark + "x\n";
        }
        if (random.nextInt(3) == 0) {
            text += "commonLabels:\n  from: " + mark + "\n";
        }
        if (random.nextInt(3) == 0) {
            text += "labels:\n  - pairs: {seen: " + mark + "}\n";
        }
        return text;
    }

    private String generator(String name, String behavior, String folder) {
        if (behavior.isEmpty() && random.nextInt(3) == 0) {
            return "";
        }
        files.put(folder + "/chart-values.yaml", "# values\nweb:\n  replicas: " + objects.number()
                + "\n  resources:\n    requests: {cpu: " + objects.cpu() + "}\n");
        files.put(folder + "/all.env", "# variables\nHEAP=" + objects.number() + "m\n\nEMPTY\n");
        String secret = random.nextInt(3) > 0
                ? ""
                : "secretGenerator:\n  - name: " + name
                        + "-secret\n    envs: [all.env]\n    files: [chart-values.yaml]\n";
        return secret + "configMapGenerator:\n  - name: " + name + "\n"
                + (behavior.isEmpty() ? "" : "    behavior: " + behavior + "\n")
                + (random.nextBoolean() ? "    envs: [all.env]\n" : "") + "    literals:\n      - JAVA_OPTS=-Xmx"
                + objects.number() + "m <&>\n"
                + "    files:\n      - values.yaml=chart-values.yaml\n"
                + (random.nextInt(3) == 0 ? "generatorOptions:\n  disableNameSuffixHash: true\n" : "");
    }

    private void component(String folder, List<Known> known) {
        StringBuilder text = new StringBuilder(
                "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n");
        if (random.nextInt(3) == 0) {
            files.put(folder + "/extra.yaml", objects.object("Deployment", "extra-" + folder.charAt(11), ""));
            text.append("resources: [extra.yaml]\n");
        }
        text.append(patches(folder, known));
        files.put(folder + "/kustomization.yaml", text.toString());
    }

    private List<Known> overlay(String folder, List<String> bases, List<String> components, List<Known> known,
            String mark) {
        StringBuilder text = new StringBuilder("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
        text.append(random.nextInt(6) == 0 ? "bases:\n" : "resources:\n");
        bases.forEach(base -> text.append("  - ").append(base).append('\n'));
        if (!components.isEmpty()) {
            text.append("components:\n");
            components.forEach(each -> text.append("  - ").append(each).append('\n'));
        }
        boolean again = bases.stream().anyMatch(base -> base.endsWith("base")) && random.nextInt(3) == 0;
        String base = bases.getLast().contains("libs") ? "b" : "a";
        String made = again && files.get(base.equals("b")
                ? "libs/base/kustomization.yaml"
                : "apps/base/kustomization.yaml").contains("name: " + base + "-gen\n")
                        ? generator(base + "-gen", random.nextBoolean() ? "merge" : "replace", folder)
                        : generator(mark + "-gen", "", folder);
        text.append(dressing(mark)).append(made).append(patches(folder, known))
                .append(replicas(known)).append(replacements(known));
        files.put(folder + "/kustomization.yaml", text.toString());
        return known;
    }

    private String replicas(List<Known> known) {
        List<Known> scaled = known.stream().filter(each -> each.kind.matches("Deployment|StatefulSet")).toList();
        if (scaled.isEmpty() || random.nextBoolean()) {
            return "";
        }
        return "replicas:\n  - name: " + scaled.get(random.nextInt(scaled.size())).name + "\n    count: "
                + objects.number() + "\n";
    }

    private String replacements(List<Known> known) {
        List<Known> scaled = known.stream().filter(each -> each.kind.matches("Deployment|StatefulSet")).toList();
        if (scaled.size() < 2 || random.nextInt(3) > 0) {
            return "";
        }
        return "replacements:\n  - source: {kind: " + scaled.getFirst().kind + ", name: " + scaled.getFirst().name
                + ", fieldPath: \"spec.template.spec.containers.[name=app].resources\"}\n    targets:\n"
                + "      - select: {kind: " + scaled.getLast().kind + ", name: " + scaled.getLast().name + "}\n"
                + "        fieldPaths: [\"spec.template.spec.containers.[name=app].resources\"]\n";
    }

    private String patches(String folder, List<Known> known) {
        StringBuilder patches = new StringBuilder();
        StringBuilder strategic = new StringBuilder();
        StringBuilder json = new StringBuilder();
        int count = 1 + random.nextInt(4);
        GeneratedPatches make = new GeneratedPatches(random, objects);
        for (int i = 0; i < count; i++) {
            Known of = known.get(random.nextInt(known.size()));
            String file = "patch-" + i + ".yaml";
            switch (random.nextInt(11)) {
                case 0 -> {
                    files.put(folder + "/" + file, "# a patch\n" + make.strategic(of));
                    strategic.append("  - ").append(file).append('\n');
                }
                case 1 -> {
                    files.put(folder + "/" + file, make.json(of));
                    json.append("  - target: {version: ").append(of.version()).append(", kind: ").append(of.kind)
                            .append(", name: ").append(of.name).append("}\n    path: ").append(file).append('\n');
                }
                case 2 -> {
                    files.put(folder + "/" + file, make.strategic(of));
                    patches.append("  - path: ").append(file).append('\n');
                }
                case 6 -> {
                    Known other = known.get(random.nextInt(known.size()));
                    files.put(folder + "/" + file, make.strategic(of) + "---\n" + make.strategic(other));
                    patches.append("  - path: ").append(file).append('\n');
                }
                case 7 -> patches.append("  - target: ").append(make.target(of)).append("\n    patch: '")
                        .append(make.oneLine(of)).append("'\n");
                case 8 -> patches.append("  - target: ").append(make.target(of))
                        .append("\n    options: {allowNameChange: false}\n    patch: >-\n")
                        .append(GeneratedObjects.indented(make.oneLine(of), 6));
                case 9 -> {
                    if (random.nextInt(3) == 0) {
                        patches.append("  - patch: |-\n").append(GeneratedObjects.indented(make.deleted(of), 6));
                    }
                }
                case 3, 4 -> patches.append("  - target: ").append(make.target(of)).append("\n    patch: |-\n")
                        .append(GeneratedObjects.indented(make.json(of), 6));
                case 5 -> patches.append("  - target: ").append(make.target(of)).append("\n    patch: |\n")
                        .append(GeneratedObjects.indented(make.strategic(of), 6));
                default -> patches.append("  - patch: |-\n").append(GeneratedObjects.indented(make.strategic(of), 6));
            }
        }
        return (patches.isEmpty() ? "" : "patches:\n" + patches)
                + (strategic.isEmpty() ? "" : "patchesStrategicMerge:\n" + strategic)
                + (json.isEmpty() ? "" : "patchesJson6902:\n" + json);
    }

    /// An object as it was first written.
    record Known(String kind, String name, String namespace) {
        String version() {
            String version = GeneratedObjects.apiVersion(kind);
            return version.substring(version.indexOf('/') + 1);
        }
    }
}
