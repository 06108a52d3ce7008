package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;

/// What names mean at a place of a template.
final class Scope {
    private final String file;
    private final HelmValue dot;
    private final @Nullable Scope outer;
    private final Map<String, HelmValue> variables = new HashMap<>();

    private Scope(String file, HelmValue dot, @Nullable Scope outer) {
        this.file = file;
        this.dot = dot;
        this.outer = outer;
    }

    /// Of a whole template, where `$` is what it was given.
    static Scope of(String file, HelmValue dot) {
        Scope scope = new Scope(file, dot, null);
        scope.variables.put("$", dot);
        return scope;
    }

    Scope inner(HelmValue other) {
        return new Scope(file, other, this);
    }

    String file() {
        return file;
    }

    HelmValue dot() {
        return dot;
    }

    void declare(String name, HelmValue value) {
        variables.put(name, value);
    }

    void assign(String name, HelmValue value) {
        for (Scope at = this; at != null; at = at.outer) {
            if (at.variables.containsKey(name)) {
                at.variables.put(name, value);
                return;
            }
        }
        declare(name, value);
    }

    HelmValue variable(String name) {
        for (Scope at = this; at != null; at = at.outer) {
            HelmValue value = at.variables.get(name);
            if (value != null) {
                return value;
            }
        }
        throw new TemplateProblem("uses " + name + ", which it does not declare");
    }
}
