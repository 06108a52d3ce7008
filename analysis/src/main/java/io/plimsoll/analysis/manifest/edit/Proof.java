package io.plimsoll.analysis.manifest.edit;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;

/// Compares the tree before with the tree after: equal in every value, style, anchor, tag and document start, except
/// where a change was announced, and there exactly as announced.
final class Proof {
    private final Map<YamlNode, Expected> expected = new IdentityHashMap<>();
    private final Map<YamlNode, YamlNode.Entry> removed = new IdentityHashMap<>();

    /// @return false if something is announced for the node already
    boolean expectValue(YamlNode node, String value, ScalarStyle style) {
        return expected.putIfAbsent(node, new Expected(List.of(), value, style)) == null;
    }

    boolean expectAdded(YamlNode node, List<String> keys, String value) {
        return expected.putIfAbsent(node, new Expected(keys, value, null)) == null;
    }

    boolean expectRemoved(YamlNode.Mapping mapping, YamlNode.Entry entry) {
        return removed.putIfAbsent(mapping, entry) == null;
    }

    boolean holds(Layer before, Layer after) {
        List<YamlDocument> old = before.tree().documents();
        List<YamlDocument> now = after.tree().documents();
        boolean same = old.size() == now.size();
        for (int i = 0; same && i < old.size(); i++) {
            same = old.get(i).head().equals(now.get(i).head())
                    && same(before, old.get(i).root(), after, now.get(i).root());
        }
        return same;
    }

    private boolean same(Layer before, YamlNode old, Layer after, YamlNode now) {
        Expected change = expected.get(old);
        if (change != null) {
            return change.keys.isEmpty() ? replaced(old, now, change) : grown(before, old, after, now, change);
        }
        YamlNode.Entry gone = removed.get(old);
        if (gone != null) {
            return shrunk(before, (YamlNode.Mapping) old, after, now, gone);
        }
        return switch (old) {
            case YamlNode.Alias alias -> now instanceof YamlNode.Alias that && alias.target().equals(that.target());
            case YamlNode.Scalar scalar -> now instanceof YamlNode.Scalar that
                    && scalar.style() == that.style() && properties(scalar, that)
                    && (scalar.value().equals(that.value()) || nested(before, scalar, after, that));
            case YamlNode.Sequence sequence -> now instanceof YamlNode.Sequence that && properties(sequence, that)
                    && sequence.flow() == that.flow() && sequence.items().size() == that.items().size()
                    && allSame(before, sequence.items(), after, that.items());
            case YamlNode.Mapping mapping -> now instanceof YamlNode.Mapping that && properties(mapping, that)
                    && mapping.flow() == that.flow() && mapping.entries().size() == that.entries().size()
                    && allSame(before, flat(mapping.entries()), after, flat(that.entries()));
        };
    }

    private boolean allSame(Layer before, List<YamlNode> old, Layer after, List<YamlNode> now) {
        for (int i = 0; i < old.size(); i++) {
            if (!same(before, old.get(i), after, now.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<YamlNode> flat(List<YamlNode.Entry> entries) {
        return entries.stream().<YamlNode>mapMulti((entry, sink) -> {
            sink.accept(entry.key());
            sink.accept(entry.value());
        }).toList();
    }

    /// The text of a block may differ where a change inside it was announced, and nowhere else.
    private boolean nested(Layer before, YamlNode.Scalar old, Layer after, YamlNode.Scalar now) {
        Layer inside = before.opened(old);
        return inside != null && trailingBreaks(old.value()) == trailingBreaks(now.value())
                && holds(inside, after.inside(now));
    }

    private static int trailingBreaks(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(text.length() - 1 - count) == '\n') {
            count++;
        }
        return count;
    }

    private static boolean replaced(YamlNode old, YamlNode now, Expected change) {
        return old instanceof YamlNode.Scalar was && now instanceof YamlNode.Scalar is && properties(was, is)
                && is.value().equals(change.value) && is.style() == change.style;
    }

    private boolean grown(Layer before, YamlNode old, Layer after, YamlNode now, Expected change) {
        List<YamlNode.Entry> was = old instanceof YamlNode.Mapping mapping ? mapping.entries() : List.of();
        if (!(now instanceof YamlNode.Mapping is) || is.entries().size() != was.size() + 1 || !properties(old, now)
                || !was.isEmpty() && ((YamlNode.Mapping) old).flow() != is.flow()) {
            return false;
        }
        return allSame(before, flat(was), after, flat(is.entries().subList(0, was.size())))
                && added(is.entries().getLast(), change.keys, change.value);
    }

    @SuppressWarnings("ReferenceEquality") // an equal entry elsewhere in the mapping is another entry
    private boolean shrunk(Layer before, YamlNode.Mapping old, Layer after, YamlNode now, YamlNode.Entry gone) {
        List<YamlNode.Entry> kept = old.entries().stream().filter(entry -> entry != gone).toList();
        return now instanceof YamlNode.Mapping is && properties(old, is) && is.entries().size() == kept.size()
                && (kept.isEmpty() || old.flow() == is.flow())
                && allSame(before, flat(kept), after, flat(is.entries()));
    }

    private static boolean added(YamlNode.Entry entry, List<String> keys, String value) {
        if (!(entry.key() instanceof YamlNode.Scalar key) || !key.value().equals(keys.getFirst())) {
            return false;
        }
        if (keys.size() == 1) {
            return entry.value() instanceof YamlNode.Scalar scalar && scalar.value().equals(value)
                    && scalar.anchor() == null && scalar.tag() == null;
        }
        return entry.value() instanceof YamlNode.Mapping below && below.entries().size() == 1
                && added(below.entries().getFirst(), keys.subList(1, keys.size()), value);
    }

    private static boolean properties(YamlNode old, YamlNode now) {
        return Objects.equals(old.anchor(), now.anchor()) && Objects.equals(tag(old), tag(now));
    }

    private static @Nullable String tag(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.tag();
            case YamlNode.Mapping mapping -> mapping.tag();
            case YamlNode.Sequence sequence -> sequence.tag();
            case YamlNode.Alias alias -> null;
        };
    }

    /// The bytes between the splices are those of the file, one for one.
    static boolean untouchedOutside(YamlTree before, ManifestText after, List<Splice> splices) {
        String old = before.text().text();
        String now = after.text();
        int oldAt = 0;
        int nowAt = 0;
        for (Splice splice : Splice.sorted(splices)) {
            int kept = splice.start() - oldAt;
            if (kept < 0 || !old.regionMatches(oldAt, now, nowAt, kept)
                    || !now.startsWith(splice.text(), nowAt + kept)) {
                return false;
            }
            oldAt = splice.end();
            nowAt += kept + splice.text().length();
        }
        return old.substring(oldAt).equals(now.substring(nowAt));
    }

    private record Expected(List<String> keys, String value, @Nullable ScalarStyle style) {}
}
