package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.unit.Money;

/// The forms in which commands write values: money as plain decimal text, never as a number.
final class Json {
    /// A sentence where the clone was deleted or moved; no such member where it is there.
    static final String CLONE_GONE = "cloneGone";

    private Json() {
    }

    /// Without an exponent or trailing zeros.
    static String plain(BigDecimal amount) {
        return new Money(amount, "").plain();
    }

    /// JSON has no `NaN`: what was not measured is null.
    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static ObjectNode texts(ObjectNode parent, String name, Map<String, String> texts) {
        ObjectNode object = parent.putObject(name);
        texts.forEach(object::put);
        return object;
    }
}
