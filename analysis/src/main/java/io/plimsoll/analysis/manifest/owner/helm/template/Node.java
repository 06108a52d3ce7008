package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.List;

/// A part of a template. Offsets are UTF-16 positions in the template's text.
sealed interface Node {
    int offset();

    /// The template's own words, with the white space that `{{-` and `-}}` take already gone.
    record Words(int offset, String text) implements Node {}

    /// An action whose value is written, or that sets a variable.
    record Action(int offset, String source, Expr expr) implements Node {}

    /// `if`, `else if`, `with`, and the branch that is taken otherwise.
    record Choice(int offset, String source, boolean with, Expr condition, List<Node> then,
            List<Node> otherwise) implements Node {}

    /// `range`; names are empty where none is given.
    record Loop(int offset, String source, String keyName, String valueName, Expr over, List<Node> body,
            List<Node> otherwise) implements Node {}

    /// `template "name" dot`
    record Insert(int offset, String name, Expr dot) implements Node {}
}
