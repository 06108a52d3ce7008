package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.List;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;

/// What stands in a template's action.
sealed interface Expr {
    /// A text, number, truth or `nil`.
    record Constant(HelmValue value) implements Expr {}

    /// `.`
    record Dot() implements Expr {}

    /// `$` or `$name`.
    record Variable(String name) implements Expr {}

    /// `.a.b` of something; with arguments it is a method.
    record Field(Expr of, List<String> keys, List<Expr> arguments) implements Expr {}

    /// A function; the value before a `|` is its last argument.
    record Call(String function, List<Expr> arguments) implements Expr {}

    /// `$name := value`, or `=` for one that exists.
    record Assign(String name, boolean declares, Expr value) implements Expr {}
}
