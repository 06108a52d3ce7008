package io.plimsoll.analysis.manifest.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// The text inside a literal block scalar and the way back from its offsets to those of the text around it.
///
/// Every inner line is an outer line without the block's indentation. The inner text keeps the line breaks that chomping
/// would drop, so each outer line has its inner one.
final class LiteralBlock {
    private final ManifestText outer;
    private final String inner;
    private final boolean stripped;
    private final int indent;
    private final List<Integer> innerStarts;
    private final List<Integer> outerStarts;

    private LiteralBlock(ManifestText outer, String inner, boolean stripped, int indent,
            List<Integer> innerStarts, List<Integer> outerStarts) {
        this.outer = outer;
        this.inner = inner;
        this.stripped = stripped;
        this.indent = indent;
        this.innerStarts = innerStarts;
        this.outerStarts = outerStarts;
    }

    /// @throws io.plimsoll.analysis.task.StepFailure BLOCK_SCALAR if the lines don't add up to the value
    static LiteralBlock of(ManifestText outer, YamlNode.Scalar scalar) {
        int first = outer.nextLine(Tokens.start(outer, scalar));
        int indent = indent(outer, scalar, first);
        StringBuilder inner = new StringBuilder();
        List<Integer> innerStarts = new ArrayList<>();
        List<Integer> outerStarts = new ArrayList<>();
        for (int line = first; line >= 0 && line < scalar.end(); line = outer.nextLine(line)) {
            int end = outer.lineEnd(line);
            int content = line;
            while (content < end && content - line < indent && outer.text().charAt(content) == ' ') {
                content++;
            }
            innerStarts.add(inner.length());
            outerStarts.add(content);
            inner.append(outer.text(), content, end);
            if (end < outer.text().length()) {
                inner.append('\n');
            }
        }
        if (!chomped(inner.toString()).equals(chomped(scalar.value()))) {
            throw Refusal.BLOCK_SCALAR.because(outer.file() + ":" + outer.line(scalar.start())
                    + ": the lines of this block can't be matched with its value.");
        }
        return new LiteralBlock(outer, inner.toString(), !scalar.value().endsWith("\n"), indent, innerStarts,
                outerStarts);
    }

    /// The first line with something on it tells the indentation, whether it is written in the header (`|2`) or not.
    private static int indent(ManifestText outer, YamlNode.Scalar scalar, int first) {
        String value = scalar.value().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        int line = first;
        while (line >= 0 && line < scalar.end()) {
            String text = outer.text().substring(line, outer.lineEnd(line));
            if (!text.isBlank()) {
                return spaces(text) - spaces(value);
            }
            line = outer.nextLine(line);
        }
        return 0;
    }

    private static int spaces(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static String chomped(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    String inner() {
        return inner;
    }

    /// Whether the value ends without the line break that `inner` may end with.
    boolean stripped() {
        return stripped;
    }

    Splice toOuter(Splice splice) {
        int start = toOuter(splice.start());
        String indented = splice.text().replace("\n", "\n" + " ".repeat(indent));
        return new Splice(start, toOuter(splice.end()), indented);
    }

    int toOuter(int innerOffset) {
        int found = Collections.binarySearch(innerStarts, innerOffset);
        int line = found >= 0 ? found : -found - 2;
        return line < 0 ? outer.text().length() : outerStarts.get(line) + innerOffset - innerStarts.get(line);
    }
}
