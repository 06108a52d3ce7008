package io.plimsoll.analysis.manifest.edit;

import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Where a node's own characters start, and what stands around them.
public final class Tokens {
    private Tokens() {
    }

    /// Behind the anchor and tag, which the parser counts to the node.
    static int start(ManifestText text, YamlNode node) {
        int at = node.start();
        boolean tagged = node instanceof YamlNode.Scalar scalar && scalar.tag() != null
                || node instanceof YamlNode.Mapping mapping && mapping.tag() != null
                || node instanceof YamlNode.Sequence sequence && sequence.tag() != null;
        int properties = (node.anchor() == null ? 0 : 1) + (tagged ? 1 : 0);
        for (int i = 0; i < properties && at < node.end(); i++) {
            if ("&!".indexOf(text.text().charAt(at)) < 0) {
                break;
            }
            while (at < node.end() && !Character.isWhitespace(text.text().charAt(at))) {
                at++;
            }
            while (at < node.end() && Character.isWhitespace(text.text().charAt(at))) {
                at++;
            }
        }
        return at;
    }

    /// Whether the key is written as `? key`.
    static boolean explicit(ManifestText text, YamlNode key) {
        int at = key.start() - 1;
        while (at >= 0 && (text.text().charAt(at) == ' ' || text.text().charAt(at) == '\t')) {
            at--;
        }
        return at >= 0 && at < key.start() - 1 && text.text().charAt(at) == '?'
                && (at == 0 || Character.isWhitespace(text.text().charAt(at - 1))
                        || "{,[".indexOf(text.text().charAt(at - 1)) >= 0);
    }

    /// The comment at the end of the line that `offset` is in, without its `#`; empty if there is none.
    static String comment(ManifestText text, int offset) {
        String rest = text.text().substring(offset, text.lineEnd(offset));
        char quote = 0;
        for (int i = 0; i < rest.length(); i++) {
            char at = rest.charAt(i);
            if (quote != 0) {
                quote = at == quote ? 0 : quote;
            } else if (at == '"' || at == '\'') {
                quote = at;
            } else if (at == '#' && i > 0 && Character.isWhitespace(rest.charAt(i - 1))) {
                return rest.substring(i + 1).strip();
            }
        }
        return "";
    }

    /// Whether the node was meant as a template: `{{ ... }}` reads as a mapping in a mapping.
    public static boolean template(ManifestText text, YamlNode node) {
        return node instanceof YamlNode.Mapping mapping && mapping.flow()
                && text.text().startsWith("{{", start(text, mapping));
    }
}
