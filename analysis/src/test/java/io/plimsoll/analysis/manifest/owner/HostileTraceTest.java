package io.plimsoll.analysis.manifest.owner;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/// Clones made to stall or to exhaust the tracer: each ends, told or refused. One that would not is given up after a time that no
/// machine needs for the others.
class HostileTraceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DEPLOYMENT = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {replicas: 2}\n";

    private static Trace traced(CloneText clone) {
        return assertTimeoutPreemptively(PATIENCE, clone::trace);
    }

    private static String app(String name, String rest) {
        return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: " + name + "}\nspec:\n  source:\n"
                + "    repoURL: https://example.com/r.git\n" + rest;
    }

    private static CloneText chart(String template, String values) {
        return new CloneText().file("c/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n")
                .file("c/values.yaml", values).file("c/templates/d.yaml", DEPLOYMENT + template);
    }

    private static String set(String generators, String template) {
        return "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: s}\nspec:\n  generators:\n"
                + generators + "  template:\n    metadata: {name: '" + template + "'}\n    spec:\n      source:\n"
                + "        repoURL: https://example.com/r.git\n        path: app\n";
    }

    private static String list(String key, int elements, String indent) {
        StringBuilder text = new StringBuilder(indent + "- list:\n" + indent + "    elements:\n");
        for (int i = 0; i < elements; i++) {
            text.append(indent).append("    - {").append(key).append(": \"").append(i).append("\"}\n");
        }
        return text.toString();
    }

    @Test
    void aliasesThatDoubleEnd() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        traced(chart("kind: Deployment\nspec: {replicas: {{ .Values.a39 }}}\n", bomb.toString())
                .file("d.yaml", DEPLOYMENT + bomb)
                .file("k/kustomization.yaml", "resources: [d.yaml]\n").file("k/d.yaml", DEPLOYMENT + bomb)
                .file("app.yaml", app("a", "    path: c\n    helm:\n      values: |\n        "
                        + bomb.toString().replace("\n", "\n        ") + "\n")));
    }

    @Test
    void aBigAnchorUsedOftenEnds() {
        StringBuilder bomb = new StringBuilder("big: &big [" + "x, ".repeat(20_000) + "x]\nall:\n");
        for (int i = 0; i < 20_000; i++) {
            bomb.append("- *big\n");
        }
        traced(new CloneText().file("d.yaml", DEPLOYMENT + bomb));
    }

    @Test
    void deepNestingEnds() {
        String deep = "x: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n";
        String json = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        traced(chart("kind: D\nx: {{ fromYaml \"" + "[".repeat(10_000) + "\" }}\n", deep)
                .file("d.yaml", DEPLOYMENT + deep)
                .file("k/kustomization.yaml", "patches:\n- patch: '" + json + "'\nresources: [d.yaml]\n")
                .file("k/d.yaml", DEPLOYMENT));
    }

    @Test
    void deepParenthesesEnd() {
        traced(chart("kind: Deployment\nmetadata: {name: d}\nspec: {replicas: {{ " + "(".repeat(10_000) + "1"
                + ")".repeat(10_000) + " }}}\n"
                + "{{ if 1 }}".repeat(20_000), "a: 1\n"));
    }

    @Test
    void manyOpenBlocksEnd() {
        traced(chart("{{ if true }}".repeat(20_000) + "a" + "{{ end }}".repeat(20_000), "a: 1\n"));
    }

    @Test
    void templatesThatCallThemselvesEnd() {
        traced(chart("{{ define \"a\" }}{{ include \"a\" . }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}",
                "a: 1\n"));
        traced(chart("x: {{ tpl .Values.a . }}", "a: '{{ tpl .Values.a . }}{{ tpl .Values.a . }}'\n"));
        traced(chart("{{ define \"a\" }}{{ range until 1000 }}{{ include \"b\" $ }}{{ end }}{{ end }}{{ define \"b\" }}"
                + "{{ range until 1000 }}{{ include \"c\" $ }}{{ end }}{{ end }}{{ define \"c\" }}{{ range until 1000 }}x{{ end }}{{ end }}"
                + "{{ include \"a\" . }}", "a: 1\n"));
    }

    @Test
    void functionsThatGrowEnd() {
        traced(chart("x: {{ repeat 2000000000 \"x\" }}\n", "a: 1\n"));
        traced(chart("x: {{ repeat 99999 (repeat 99999 \"x\") }}\n", "a: 1\n"));
        traced(chart("x: {{ until 2000000000 }}\n", "a: 1\n"));
        traced(chart("x: {{ untilStep 0 2000000000 1 | toJson }}\n", "a: 1\n"));
        traced(chart("x: {{ printf \"%2000000000d\" 1 }}\n", "a: 1\n"));
        traced(chart("x: {{ printf \"%.2000000000f\" 1.0 }}\n", "a: 1\n"));
        traced(chart("x: {{ indent 2000000000 \"x\" }}{{ nindent 1999999999 \"y\" }}\n", "a: 1\n"));
        traced(chart("x: {{ regexMatch \"(a+)+b\" \"" + "a".repeat(60) + "\" }}\n", "a: 1\n"));
        traced(chart("x: {{ regexReplaceAll \"(a|aa)+$\" \"" + "a".repeat(80) + "b\" \"x\" }}\n", "a: 1\n"));
        traced(chart(
                "x: {{ int \"1e999999999\" }}{{ mul 1e308 1e308 }}{{ div 1 0 }}{{ mod 1 0 }}{{ float64 \"1e999999999\" }}\n",
                "a: 1e999999999\n"));
        traced(chart(
                "x: {{ .Values.a | int }} {{ .Values.a | toString }} {{ add .Values.a 1 }} {{ .Values.a | toYaml }}\n",
                "a: 1e999999999\n"));
        traced(chart(
                "{{ $x := \"aaaaaaaaaa\" }}{{ range until 100 }}{{ $x = printf \"%s%s\" $x $x }}{{ end }}x: {{ $x }}\n",
                "a: 1\n"));
        traced(chart("{{ $x := list 1 2 }}{{ range until 100 }}{{ $x = list $x $x }}{{ end }}x: {{ $x | toJson }}\n",
                "a: 1\n"));
        traced(chart(
                "{{ $x := list 1 2 }}{{ range until 100 }}{{ $x = list $x $x }}{{ end }}x: {{ $x | toYaml | nindent 2 }}\n",
                "a: 1\n"));
        traced(chart(
                "{{ $x := list 1 2 }}{{ range until 1000 }}{{ range until 100 }}{{ $x = list $x }}{{ end }}{{ end }}x: {{ $x | toYaml | nindent 2 }}{{ eq $x $x }}{{ deepCopy $x }}\n",
                "a: 1\n"));
        traced(chart(
                "{{ $x := list 1 2 }}{{ range until 60 }}{{ $x = list $x $x }}{{ end }}{{ $y := list 1 2 }}{{ range until 60 }}{{ $y = list $y $y }}{{ end }}x: {{ eq $x $y }}{{ deepCopy $x }}\n",
                "a: 1\n"));
        traced(chart("{{ range until 1000 }}{{ range until 300 }}{{ $x := deepCopy $.Values }}{{ end }}{{ end }}",
                "a: [" + "1,".repeat(50_000) + "1]\n"));
        traced(chart("x: '{{ range until 1000 }}{{ range until 100 }}{{ $.Values.a }}{{ end }}{{ end }}'\n",
                "a: " + "x".repeat(500_000)));
        traced(chart("{{ range until 1000 }}{{ range until 300 }}{{ $x := upper $.Values.a }}{{ end }}{{ end }}",
                "a: " + "x".repeat(100_000)));
        traced(chart("{{ $x := dict }}{{ $_ := set $x \"x\" $x }}x: {{ $x | toJson }}{{ $x | toYaml }}{{ eq $x $x }}\n",
                "a: 1\n"));
        traced(chart("{{ $x := list 1 2 }}{{ range until 100 }}{{ $x = concat $x $x }}{{ end }}x: {{ $x | toJson }}\n",
                "a: 1\n"));
        traced(chart(
                "{{ $_ := set .Values \"a\" .Values }}x: {{ .Values | toYaml }}{{ merge .Values .Values }}{{ deepCopy .Values }}\n",
                "a: 1\n"));
        traced(chart(
                "x: {{ substr 0 2000000000 \"x\" }}{{ trunc -2000000000 \"x\" }}{{ trunc 9999999999999 \"x\" }}{{ splitList \"\" \""
                        + "x".repeat(100000) + "\" }}{{ replace \"\" \"" + "y".repeat(10000) + "\" \""
                        + "x".repeat(100000) + "\" }}\n",
                "a: 1\n"));
    }

    @Test
    void applicationsThatDeployEachOtherEnd() {
        CloneText clone = new CloneText();
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 10; j++) {
                clone.file("apps" + i + "/a" + j + ".yaml",
                        app("x" + i + "-" + j, "    path: apps" + (i + 1 + j) % 30 + "\n"));
            }
        }
        traced(clone);
    }

    @Test
    void aMatrixOfAMillionEnds() {
        String inner = list("b", 100, "          ") + list("c", 100, "          ");
        traced(new CloneText().file("app/d.yaml", DEPLOYMENT).file("s.yaml",
                set("  - matrix:\n      generators:\n" + list("a", 100, "      ")
                        + "      - matrix:\n          generators:\n" + inner, "x-{{a}}-{{b}}-{{c}}")));
    }

    @Test
    void aMatrixInAMatrixEndlesslyEnds() {
        String generators = "  - matrix:\n      generators:\n" + list("a", 1500, "      ") + list("b", 1500, "      ");
        traced(new CloneText().file("app/d.yaml", DEPLOYMENT).file("s.yaml", set(generators, "x-{{a}}-{{b}}")));
        traced(new CloneText().file("app/d.yaml", DEPLOYMENT).file("s.yaml",
                set("  - merge:\n      mergeKeys: [z]\n      generators:\n" + list("a", 5000, "      ")
                        + list("b", 5000, "      "), "x-{{a}}")));
    }

    @Test
    void aPatternThatStallsAMatcherEnds() {
        CloneText clone = new CloneText().file("a".repeat(200) + "/d.yaml", DEPLOYMENT);
        for (String glob : new String[]{"*a".repeat(40) + "*b", "**/".repeat(60) + "zz", "**a".repeat(40) + "b",
            "{a*,*a}".repeat(40) + "b", "*[a-z]".repeat(30) + "[!a]"}) {
            clone.file("s" + glob.length() + ".yaml",
                    set("  - git:\n      directories:\n      - path: '" + glob + "'\n", "x"));
            clone.file("t" + glob.length() + ".yaml", app("t" + glob.length(), "    path: " + "a".repeat(200)
                    + "\n    directory: {include: '" + glob + "', recurse: true}\n"));
        }
        traced(clone);
    }

    @Test
    void substitutionsThatFeedEachOtherEnd() {
        StringBuilder text = new StringBuilder("apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n"
                + "metadata: {name: k, namespace: n}\nspec:\n  path: ./app\n  postBuild:\n    substitute:\n");
        for (int i = 0; i < 60; i++) {
            text.append("      v" + i + ": '${v" + (i + 1) % 60 + "}${v" + (i + 1) % 60 + "}'\n");
        }
        traced(new CloneText().file("k.yaml", text.toString()).file("app/d.yaml", DEPLOYMENT.replace("2", "${v0}")
                + "x: '" + "${v0}".repeat(50_000) + "'\n"));
        traced(new CloneText().file("k.yaml", text.toString().replace("${v1}", "y".repeat(3_000))).file("app/d.yaml",
                DEPLOYMENT
                        + "x: '" + "${v0}".repeat(150_000) + "'\n"));
        traced(new CloneText().file("k.yaml", text.toString().replace("./app", ".")).file("app/d.yaml", DEPLOYMENT));
    }

    @Test
    void pathsOutOfTheCloneAreNeverFollowed() {
        for (String path : new String[]{"../../etc", "/etc", "..\\..\\etc", "a/../../..", "C:\\x", "\\\\host\\share",
            "~/x", "%00", "."}) {
            Trace t = new CloneText().file("a/d.yaml", DEPLOYMENT)
                    .file("a.yaml",
                            app("a", "    path: '" + path + "'\n    helm: {valueFiles: ['" + path + "/passwd']}\n"))
                    .file("k/kustomization.yaml", "resources: ['" + path + "']\n").trace();
            assertThat(t.fields()).allSatisfy(field -> assertThat(field.origin().file()).isEqualTo("a/d.yaml"));
        }
    }

    @Test
    void bytesThatAreNoTextEnd() {
        CloneText clone = new CloneText().file("ok.yaml", DEPLOYMENT);
        byte[] junk = new byte[100_000];
        new java.util.Random(1).nextBytes(junk);
        for (String name : new String[]{"j.yaml", "c/Chart.yaml", "c/values.yaml", "c/templates/x.yaml",
            "k/kustomization.yaml", "c/templates/_helpers.tpl"}) {
            clone.files().put(name, junk);
        }
        assertThat(traced(clone).fields()).hasSize(1);
    }

    @Test
    void manyFilesEnd() {
        CloneText clone = new CloneText();
        for (int i = 0; i < 5_000; i++) {
            clone.file("f" + i % 500 + "/d" + i + ".yaml", DEPLOYMENT);
        }
        traced(clone);
    }

    @Test
    void chartsInChartsEnd() {
        CloneText clone = new CloneText();
        StringBuilder at = new StringBuilder("c");
        for (int i = 0; i < 300; i++) {
            clone.file(at + "/Chart.yaml",
                    "apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies: [{name: c, version: 1.0.0, repository: 'file://../../../c'}, {name: c, alias: e, version: 1.0.0, repository: 'file://../../../c'}]\n")
                    .file(at + "/values.yaml", "a: 1\n").file(at + "/templates/d.yaml", DEPLOYMENT);
            at.append("/charts/c");
        }
        traced(clone);
    }
}
