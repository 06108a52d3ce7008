package io.plimsoll.analysis.manifest.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

import io.plimsoll.analysis.manifest.Refusal;

/// Turns parser events into nodes. The parser counts code points, the tree UTF-16 positions; they part after the first
/// character outside the basic plane.
final class TreeBuilder {
    private static final int DEEPEST = 200;

    private final ManifestText text;
    private final boolean masked;
    private final int @Nullable [] offsets;
    private final List<YamlDocument> documents = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();
    private String head = "";

    /// @param masked whether the parser sees the text with its template marks covered
    TreeBuilder(ManifestText text, boolean masked) {
        this.text = text;
        this.masked = masked;
        boolean plainPlane = text.text().chars().noneMatch(unit -> Character.isSurrogate((char) unit));
        this.offsets = plainPlane ? null : offsets(text.text());
    }

    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int point = 0; point < offsets.length - 1; point++) {
            offsets[point] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[offsets.length - 1] = at;
        return offsets;
    }

    List<YamlDocument> documents() {
        return List.copyOf(documents);
    }

    void accept(Event event) {
        switch (event.getEventId()) {
            case StreamStart, StreamEnd, Comment -> {
            }
            case DocumentStart -> {
                DocumentStartEvent start = (DocumentStartEvent) event;
                head = start.isExplicit() + " " + start.getSpecVersion() + " " + start.getTags();
                open.push(new Frame(null, new ArrayList<>()));
            }
            case DocumentEnd -> documents.add(new YamlDocument(open.pop().nodes.getFirst(), head));
            case Scalar -> add(scalar((ScalarEvent) event));
            case Alias -> add(new YamlNode.Alias(start(event), end(event), ((AliasEvent) event).getAlias().toString()));
            case MappingStart, SequenceStart -> push((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> add(closed(event));
        }
    }

    private void push(CollectionStartEvent event) {
        if (open.size() > DEEPEST) {
            throw Refusal.PARSE.because(text.file() + ":" + text.line(start(event)) + ": nested too deeply.");
        }
        open.push(new Frame(event, new ArrayList<>()));
    }

    private YamlNode closed(Event end) {
        Frame frame = open.pop();
        CollectionStartEvent event = frame.start;
        if (event == null) {
            throw new IllegalStateException("A collection ends that never started");
        }
        String tag = event.getTag().orElse(null);
        if (!(event instanceof MappingStartEvent)) {
            return new YamlNode.Sequence(start(event), end(end), anchor(event), tag, event.isFlow(),
                    List.copyOf(frame.nodes));
        }
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (int i = 0; i < frame.nodes.size(); i += 2) {
            entries.add(new YamlNode.Entry(frame.nodes.get(i), frame.nodes.get(i + 1)));
        }
        return new YamlNode.Mapping(start(event), end(end), anchor(event), tag, event.isFlow(), List.copyOf(entries));
    }

    private YamlNode scalar(ScalarEvent event) {
        int start = start(event);
        int end = end(event);
        String written = masked ? text.text().substring(start, end).strip() : "";
        return new YamlNode.Scalar(start, end, anchor(event), event.getTag().orElse(null), event.getScalarStyle(),
                Templates.marked(written) ? written : value(event, end));
    }

    /// The parser ends a block with a line break even where the text ends without one; kubectl, Helm and others don't.
    private String value(ScalarEvent event, int end) {
        String value = event.getValue();
        boolean block = event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED;
        return block && text.endsOpen(end) && value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
    }

    private void add(YamlNode node) {
        open.element().nodes.add(node);
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue).orElse(null);
    }

    private int start(Event event) {
        return offset(event.getStartMark().orElseThrow());
    }

    private int end(Event event) {
        return offset(event.getEndMark().orElseThrow());
    }

    private int offset(Mark mark) {
        return offsets == null ? mark.getIndex() : offsets[mark.getIndex()];
    }

    private record Frame(@Nullable CollectionStartEvent start, List<YamlNode> nodes) {}
}
