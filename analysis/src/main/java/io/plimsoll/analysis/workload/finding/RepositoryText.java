package io.plimsoll.analysis.workload.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.source.ManifestDoc;
import io.plimsoll.analysis.workload.source.ManifestDocs;

/// What the rules look at. Immutable.
public final class RepositoryText {
    private static final Set<String> BINARY = Set.of("png", "jpg", "jpeg", "gif", "ico", "webp", "svg", "pdf", "zip",
            "gz", "tgz", "tar", "zst", "xz", "bz2", "7z", "jar", "war", "class", "so", "dll", "exe", "bin", "woff",
            "woff2", "ttf", "otf", "eot", "mp4", "mov", "mp3", "parquet", "pyc", "wasm");
    private static final int LOOKED_AT = 8000;

    private final Map<String, byte[]> files;
    private final ManifestDocs docs;
    private final List<CommitInfo> commits;
    private final Set<String> signed;
    private final List<String> leftOut;
    private final Map<String, ManifestDoc> byPlace = new HashMap<>();
    private final List<Pods> pods;

    /// @param files   path to the bytes of what may be text
    /// @param commits the newest ones, newest first
    /// @param signed  the ids of those with a signature
    /// @param leftOut folders of kustomizations that nothing deploys
    public RepositoryText(Map<String, byte[]> files, ManifestDocs docs, ManifestIndex manifests,
            List<CommitInfo> commits, Set<String> signed, List<String> leftOut) {
        this.files = files;
        this.docs = docs;
        this.commits = List.copyOf(commits);
        this.signed = Set.copyOf(signed);
        this.leftOut = List.copyOf(leftOut);
        docs.docs().forEach(doc -> byPlace.put(doc.file() + "#" + doc.index(), doc));
        this.pods = Pods.of(manifests.workloads(), this::objects);
    }

    /// By the end of its name.
    public static boolean mayBeText(String path) {
        return !BINARY.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// As Git tells it: no zero byte near the start.
    static boolean isText(byte[] content) {
        for (int i = 0; i < Math.min(LOOKED_AT, content.length); i++) {
            if (content[i] == 0) {
                return false;
            }
        }
        return true;
    }

    Map<String, byte[]> files() {
        return files;
    }

    ManifestDocs docs() {
        return docs;
    }

    /// Of all workloads that have them written out.
    List<Pods> pods() {
        return pods;
    }

    List<CommitInfo> commits() {
        return commits;
    }

    List<String> leftOut() {
        return leftOut;
    }

    boolean isSigned(CommitInfo commit) {
        return signed.contains(commit.id());
    }

    /// The documents that write a workload out, its patches among them, the declaring one first; none for what a chart makes.
    List<ManifestDoc> objects(DeclaredWorkload workload) {
        return workload.places().stream().filter(place -> place.role() == ManifestPlace.Role.OBJECT)
                .flatMap(place -> Stream.ofNullable(byPlace.get(place.file() + "#" + place.document()))).toList();
    }

    /// As a workload is spoken of.
    static String title(String namespace, String name) {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    /// Counted from 1.
    static int line(ManifestDoc doc, YamlNode node) {
        return new ManifestText(doc.file(), doc.text()).line(node.start());
    }
}
