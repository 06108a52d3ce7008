package io.plimsoll.analysis.workload.finding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.manifest.SecretForms;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;
import io.plimsoll.analysis.workload.source.ManifestDoc;
import io.plimsoll.analysis.workload.source.Nodes;

/// Text that looks like a secret, in any file, and Secret objects whose values are neither encrypted by SOPS nor sealed. A finding names
/// file and line and never shows the text.
final class SecretInClear implements FindingRule {
    /// A file of hundreds of tokens is said once more often than anybody reads.
    private static final int MOST_A_FILE = 20;
    private static final int LONGEST_LINE = 20_000;
    private static final String REMEDY = "Revoke it, as history keeps it; then keep it outside of Git, or encrypted by SOPS or sealed.";

    @Override
    public String kind() {
        return "secret";
    }

    @Override
    public String explanation() {
        return "Everybody with the clone can read a password, key or token.";
    }

    @Override
    public List<RepositoryFinding> find(RepositoryText text, Cancellation cancellation) {
        List<RepositoryFinding> found = new ArrayList<>();
        text.files().forEach((file, content) -> {
            cancellation.check();
            if (RepositoryText.isText(content)) {
                lines(file, new String(content, StandardCharsets.UTF_8), found);
            }
        });
        Set<String> said = new HashSet<>();
        found.forEach(each -> said.add(each.place()));
        text.docs().docs().stream().filter(doc -> doc.kind().equals("Secret")).forEach(
                doc -> object(doc).filter(each -> said.add(each.place())).ifPresent(found::add));
        return found;
    }

    private void lines(String file, String content, List<RepositoryFinding> found) {
        int number = 0;
        int inFile = 0;
        for (String line : (Iterable<String>) content.lines()::iterator) {
            number++;
            Optional<String> form = line.length() > LONGEST_LINE || line.contains("ENC[")
                    ? Optional.empty()
                    : SecretForms.find(line);
            if (form.isPresent() && inFile++ < MOST_A_FILE) {
                found.add(new RepositoryFinding(kind(), Severity.HIGH, file, number, "",
                        "The line looks like it holds " + form.get() + ".", REMEDY));
            }
        }
    }

    private Optional<RepositoryFinding> object(ManifestDoc doc) {
        if (Nodes.at(doc.root(), "sops") != null) {
            return Optional.empty();
        }
        for (String part : List.of("data", "stringData")) {
            for (YamlNode.Entry entry : Nodes.entries(Nodes.at(doc.root(), part))) {
                if (isClear(Nodes.text(entry.value()))) {
                    return Optional.of(new RepositoryFinding(kind(), Severity.HIGH, doc.file(),
                            RepositoryText.line(doc, entry.key()), doc.name(), "The Secret " + doc.name()
                                    + " holds " + part + " that is not encrypted.",
                            REMEDY));
                }
            }
        }
        return Optional.empty();
    }

    /// What is filled in on the way to the cluster, and what is empty, is none.
    private static boolean isClear(String value) {
        String text = value.strip();
        return !text.isEmpty() && !text.startsWith("ENC[") && !text.startsWith("$") && !text.startsWith("<")
                && !text.contains("{{");
    }
}
