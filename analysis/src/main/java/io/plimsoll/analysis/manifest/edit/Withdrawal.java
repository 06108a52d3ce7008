package io.plimsoll.analysis.manifest.edit;

import java.util.List;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Plans the splices that take an added key out again.
///
/// @param mapping that the key is taken out of
/// @param entry   key and value
/// @param leaf    the one value in it
record Withdrawal(Target target, YamlNode.Mapping mapping, YamlNode.Entry entry, YamlNode leaf) {
    /// @throws io.plimsoll.analysis.task.StepFailure STALE_OLD_VALUE or NO_SUCH_PATH
    static Withdrawal of(Target target, ManifestPath path, String value) {
        List<YamlNode> chain = target.chain();
        if (!target.exists() || path.keyFromEnd(0).isEmpty() || chain.size() < 2
                || !(chain.get(chain.size() - 2) instanceof YamlNode.Mapping mapping)) {
            throw Refusal.NO_SUCH_PATH.because(target.shown() + ": there is no key " + path + " to take out.");
        }
        YamlNode.Entry entry = mapping.entries(path.keyFromEnd(0)).getFirst();
        YamlNode leaf = entry.value();
        while (leaf instanceof YamlNode.Mapping below && below.entries().size() == 1) {
            leaf = below.entries().getFirst().value();
        }
        ManifestText text = target.layer().text();
        boolean same = leaf instanceof YamlNode.Scalar scalar && scalar.value().equals(value)
                && text.sameLine(Tokens.start(text, scalar), scalar.end());
        if (!same || text.text().substring(entry.key().start(), Tokens.start(text, leaf)).contains(" #")
                || text.text().substring(leaf.end(), text.lineEnd(leaf.end())).contains(" #")) {
            throw Refusal.STALE_OLD_VALUE.because(target.shown() + ": " + path + " is no longer just " + value + ".");
        }
        return new Withdrawal(target, mapping, entry, leaf);
    }

    List<Splice> splices() {
        return mapping.flow() ? fromFlow() : fromBlock();
    }

    private List<Splice> fromFlow() {
        ManifestText text = target.layer().text();
        int at = mapping.entries().indexOf(entry);
        int key = entry.key().start();
        int end = entry.value().end();
        if (at == 0) {
            boolean only = mapping.entries().size() == 1;
            return withoutComment(key, only ? end : mapping.entries().get(1).key().start());
        }
        int previous = mapping.entries().get(at - 1).value().end();
        if (!text.text().substring(previous, key).contains("#")) {
            return withoutComment(previous, end);
        }
        int from = Indentation.beforeBreak(text, text.lineStart(key));
        if (text.text().startsWith(",", end)) {
            return withoutComment(from, end + 1);
        }
        boolean comma = text.text().startsWith(",", previous);
        return comma && text.text().substring(from, key).isBlank()
                ? List.of(new Splice(previous, previous + 1, ""), new Splice(from, end, ""))
                : withoutComment(previous, end);
    }

    private List<Splice> withoutComment(int from, int to) {
        String text = target.layer().text().text();
        if (text.substring(from, leaf.start()).contains("#") || text.substring(leaf.end(), to).contains("#")) {
            throw Refusal.STALE_OLD_VALUE.because(target.shown() + ": a comment would be lost.");
        }
        return List.of(new Splice(from, to, ""));
    }

    private List<Splice> fromBlock() {
        ManifestText text = target.layer().text();
        int end = Indentation.lastLeafEnd(text, entry.value());
        int lineStart = text.lineStart(entry.key().start());
        boolean ownLine = text.column(entry.key().start()) == text.text().substring(lineStart, entry.key().start())
                .chars().filter(unit -> unit == ' ').count();
        boolean only = mapping.entries().size() == 1;
        boolean below = target.chain().size() > 2
                && target.chain().get(target.chain().size() - 3) instanceof YamlNode.Mapping;
        if (only && !(below && ownLine)) {
            return List.of(new Splice(entry.key().start(), end, "{}"));
        }
        if (!ownLine) {
            throw Refusal.NO_SUCH_PATH.because(target.shown() + ": the key shares its line with a list item.");
        }
        int from = Indentation.beforeBreak(text, lineStart);
        if (only) {
            int colon = colon(text);
            return List.of(new Splice(colon, colon, " {}"), new Splice(from, text.lineEnd(end), ""));
        }
        int next = text.nextLine(end);
        return from == lineStart && next >= 0
                ? List.of(new Splice(entry.key().start(), next, ""))
                : List.of(new Splice(from, text.lineEnd(end), ""));
    }

    /// Behind the colon of the key that holds the mapping.
    private int colon(ManifestText text) {
        YamlNode.Mapping parent = (YamlNode.Mapping) target.chain().get(target.chain().size() - 3);
        return parent.entries().stream().filter(each -> each.value().start() == mapping.start())
                .mapToInt(each -> text.text().indexOf(':', each.key().end()) + 1).findFirst().orElse(mapping.start());
    }
}
