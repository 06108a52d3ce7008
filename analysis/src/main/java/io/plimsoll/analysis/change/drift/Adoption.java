package io.plimsoll.analysis.change.drift;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Bytes;

/// How Git would say what the cluster says.
final class Adoption {
    private Adoption() {
    }

    /// The cluster's amount in the grammar and the unit of Git's author; null if it can't be written so.
    static @Nullable String text(Wanted.Value wanted, LiveField field) {
        if (wanted.unit() == field.unit()) {
            return write(wanted.unit(), wanted.text(), field.value());
        }
        BigDecimal amount = field.unit().read(field.value()).orElse(null);
        if (amount == null) {
            return null;
        }
        boolean bytes = wanted.unit() == UnitGrammar.JVM || wanted.unit() == UnitGrammar.FLINK;
        try {
            return bytes
                    ? wanted.unit().write(wanted.text(), new Bytes(amount.longValueExact()))
                    : write(wanted.unit(), wanted.text(), amount.stripTrailingZeros().toPlainString());
        } catch (ArithmeticException | StepFailure e) {
            return null;
        }
    }

    private static @Nullable String write(UnitGrammar unit, String author, String value) {
        try {
            return unit.write(author, value);
        } catch (StepFailure e) {
            return null;
        }
    }
}
