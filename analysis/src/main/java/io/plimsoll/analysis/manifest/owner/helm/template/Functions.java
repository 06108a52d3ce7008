package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;

/// A family of functions. All are pure but `set` and `unset`, which change a mapping of the same rendering.
interface Functions {
    /// All families; a new one is a class and a word here.
    List<Functions> ALL = List.of(new LogicFunctions(), new TextFunctions(), new TreeFunctions(),
            new NumberFunctions());

    /// @param arguments in Go's order: what comes from the left of a `|` is the last
    /// @return null if the family has no such function
    @Nullable
    HelmValue call(String name, List<HelmValue> arguments);

    /// @return unknown for a function that nobody knows, or that reads the cluster, the clock, chance or a file
    static HelmValue of(String name, List<HelmValue> arguments) {
        for (Functions family : ALL) {
            try {
                HelmValue value = family.call(name, arguments);
                if (value != null) {
                    return value;
                }
            } catch (IndexOutOfBoundsException | NoSuchElementException | NumberFormatException wrongArguments) {
                return new HelmValue.Unknown("function " + name + " has arguments that can't be worked out");
            }
        }
        return new HelmValue.Unknown("function " + name + " is not worked out");
    }
}
