package io.plimsoll.analysis.anomaly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands in the clone of a [MadePlatform]: Kustomize bases that two overlays share, Helm values under Argo CD, and plain manifests.
final class PlatformFiles {
    private final Map<String, int[]> sizes;
    private final Map<String, Integer> marks = new LinkedHashMap<>();

    /// @param sizes replicas, thousandths of a core and MiB of each workload, as they are when the files are asked for
    PlatformFiles(Map<String, int[]> sizes) {
        this.sizes = sizes;
    }

    /// The chart, the Applications and the bases, which no commit changes.
    static Map<String, String> shared() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("charts/service/Chart.yaml", "apiVersion: v2\nname: service\nversion: 1.0.0\n");
        files.put("charts/service/values.yaml",
                "replicaCount: 1\nimage:\n  tag: v0\nresources:\n  requests:\n    cpu: 100m\n    memory: 128Mi\n");
        files.put("charts/service/templates/deployment.yaml", """
                                                              apiVersion: apps/v1
                                                              kind: Deployment
                                                              metadata:
                                                                name: {{ .Release.Name }}
                                                              spec:
                                                                replicas: {{ .Values.replicaCount }}
                                                                template:
                                                                  spec:
                                                                    containers:
                                                                      - name: main
                                                                        image: shop/service:{{ .Values.image.tag }}
                                                                        resources:
                                                                          {{- toYaml .Values.resources | nindent 12 }}
                                                              """);
        for (int i = 0; i < 8; i++) {
            files.put("argocd/helm" + i + ".yaml", """
                                                   apiVersion: argoproj.io/v1alpha1
                                                   kind: Application
                                                   metadata:
                                                     name: helm%1$d
                                                     namespace: argocd
                                                   spec:
                                                     source:
                                                       repoURL: https://git.example.com/platform.git
                                                       path: charts/service
                                                       helm:
                                                         releaseName: helm%1$d
                                                         valueFiles:
                                                           - ../../values/helm%1$d.yaml
                                                     destination:
                                                       namespace: prod-h
                                                   """.formatted(i));
        }
        for (int g = 0; g < 4; g++) {
            files.put("kust/g" + g + "/base/kustomization.yaml", "resources:\n  - deployment.yaml\n");
        }
        return files;
    }

    /// Bases are shared by two workloads.
    private static String base(String name) {
        return name.contains("svc") ? name.substring(2) : name;
    }

    /// A commit of a kind that changes no size: a new image, another form of the same number, or a note.
    void mark(String kind, String name) {
        marks.merge((kind.equals("image") ? kind : "note") + base(name), 1, Integer::sum);
        marks.merge(kind.equals("format") ? kind + base(name) : "", 1, Integer::sum);
    }

    private int marks(String kind, String name) {
        return marks.getOrDefault(kind + base(name), 0);
    }

    /// The files that write a workload's size.
    Map<String, String> of(String name) {
        int[] size = sizes.get(name);
        int image = marks("image", name);
        int label = 2 * marks("note", name) + marks("format", name) % 2;
        if (name.startsWith("helm")) {
            return Map.of("values/" + name + ".yaml", "# note " + label / 2 + "\nreplicaCount: " + size[0]
                    + "\nimage:\n  tag: v" + image + "\nresources:\n  requests:\n    cpu: " + cpu(size[1], label)
                    + "\n    memory: " + size[2] + "Mi\n");
        }
        if (name.startsWith("raw")) {
            int i = Integer.parseInt(name.substring(3));
            StringBuilder text = new StringBuilder();
            for (String each : List.of("raw" + i / 2 * 2, "raw" + (i / 2 * 2 + 1))) {
                int[] one = sizes.get(each);
                text.append(deployment(each, one[0], one[1], one[2], marks("image", each), 2 * marks("note", each)
                        + marks("format", each) % 2, "prod-r")).append("---\n");
            }
            return Map.of("raw/team" + i / 2 + ".yaml", text.toString());
        }
        String group = name.substring(5);
        int[] b = sizes.get("b-svc" + group);
        String folder = "kust/g" + group + "/";
        String base = deployment("svc" + group, b[0], b[1], b[2], image, label, "");
        return Map.of(folder + "base/deployment.yaml", base, folder + "overlays/a/kustomization.yaml",
                "namespace: prod-a\nnamePrefix: a-\nresources:\n  - ../../base\nreplicas:\n  - name: svc" + group
                        + "\n    count: " + sizes.get("a-svc" + group)[0] + "\n",
                folder + "overlays/b/kustomization.yaml",
                "namespace: prod-b\nnamePrefix: b-\nresources:\n  - ../../base\n");
    }

    private static String cpu(int milli, int format) {
        return format % 2 == 0 || milli % 1000 != 0 ? milli + "m" : Integer.toString(milli / 1000);
    }

    static String deployment(String name, int replicas, int milli, int memory, int image, int label,
            String namespace) {
        return """
               apiVersion: apps/v1
               kind: Deployment
               metadata:
                 name: %s
               %s  annotations:
                   note: "%d"
               spec:
                 replicas: %d
                 template:
                   spec:
                     containers:
                       - name: main
                         image: shop/%s:v%d
                         resources:
                           requests:
                             cpu: %s
                             memory: %dMi
               """.formatted(name, namespace.isEmpty() ? "" : "  namespace: " + namespace + "\n", label / 2, replicas,
                name, image, cpu(milli, label), memory);
    }

    static String namespace(String name) {
        return name.startsWith("helm")
                ? "prod-h"
                : name.startsWith("raw") ? "prod-r" : "prod-" + name.charAt(0);
    }
}
