package io.plimsoll.analysis.conformance.model;

import java.util.List;
import java.util.stream.Stream;

import io.plimsoll.analysis.conformance.Level;

/// A static rule of the model.
///
/// @param id           as the model names it
/// @param entity       the column, attribute or dataset that it is about
/// @param function     what sort of rule it is: Presence, Type, Format, Nullability, Validation, Composite
/// @param text         the requirement in words
/// @param check        what it asks
/// @param condition    of which rows it asks that
/// @param criteria     what the provider must support, all of it, for the rule to apply
/// @param dependencies rules that the model names as its ground
/// @param erratum      why the check is not the model's, or empty
public record Rule(String id, String entity, String function, String text, Level level, Check check, Check condition,
        List<String> criteria, List<String> dependencies, String erratum) {
    /// The rules that it is made of; empty for a leaf. The model has no rule that mixes checks and other rules.
    public List<String> parts() {
        List<Check> items = switch (check) {
            case Check.All all -> all.items();
            case Check.Any any -> any.items();
            default -> List.of();
        };
        return items.stream().flatMap(item -> item instanceof Check.Rule rule ? Stream.of(rule.id()) : Stream.empty())
                .toList();
    }

    public boolean composite() {
        return !parts().isEmpty();
    }

    /// Whether one of its parts is enough.
    public boolean alternatives() {
        return composite() && check instanceof Check.Any;
    }
}
