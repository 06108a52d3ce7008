package io.plimsoll.analysis.conformance.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.conformance.model.Check.Kind;

/// The rules of model 1.2 whose check says something else than their own text. They are judged by the text, and say so.
///
/// Found by reading each leaf rule's text beside its check. The allowed values of `CommitmentDiscountStatus` are those of the FOCUS
/// 1.2 specification, which the model itself uses in the condition of ConsumedQuantity-C-004-C.
final class Errata {
    /// "MUST be a valid decimal value", checked in the model as "is not null", or on another column.
    private static final Set<String> VALID_DECIMAL = Set.of("EffectiveCost-C-004-M", "ListCost-C-004-M",
            "ContractedCost-C-004-M", "PricingQuantity-C-008-M", "PricingCurrencyEffectiveCost-C-004-M");
    private static final Check USAGE = is("ChargeCategory", "Usage");

    private static final Map<String, Correction> CORRECTIONS = Map.of(
            "CommitmentDiscountStatus-C-003-C", new Correction(is("CommitmentDiscountStatus", null), null,
                    "the model's check asks for a value where the text asks for null"),
            "CommitmentDiscountStatus-C-004-C",
            new Correction(null, new Check.All(List.of(not("CommitmentDiscountId", null), USAGE)),
                    "the model's condition asks of the rows without a CommitmentDiscountId"),
            "CommitmentDiscountStatus-C-005-M",
            new Correction(
                    new Check.Any(
                            List.of(is("CommitmentDiscountStatus", "Used"), is("CommitmentDiscountStatus", "Unused"))),
                    null, "the model lists Active, Expired and Pending; the specification has Used and Unused"),
            "ConsumedQuantity-C-006-C", new Correction(null, not("ChargeClass", "Correction"),
                    "the model's condition asks of corrections only"),
            "CommitmentDiscountQuantity-C-007-C",
            new Correction(null,
                    new Check.Any(List.of(
                            new Check.All(List.of(not("ChargeCategory", "Usage"), not("ChargeCategory", "Purchase"))),
                            is("CommitmentDiscountId", null))),
                    "the model's condition also takes in corrections, which CommitmentDiscountQuantity-C-006-C leaves free"));

    private Errata() {
    }

    private record Correction(@Nullable Check check, @Nullable Check condition, String reason) {}

    static Rule correct(Rule rule) {
        Correction correction = CORRECTIONS.get(rule.id());
        if (VALID_DECIMAL.contains(rule.id())) {
            correction = new Correction(new Check.Shape(rule.entity(), Kind.TYPE_DECIMAL), null,
                    "the model's check does not look whether the value is a decimal");
        }
        if (correction == null) {
            return rule;
        }
        return new Rule(rule.id(), rule.entity(), rule.function(), rule.text(), rule.level(),
                correction.check == null ? rule.check() : correction.check,
                correction.condition == null ? rule.condition() : correction.condition, rule.criteria(),
                rule.dependencies(), correction.reason);
    }

    private static Check is(String column, @Nullable String value) {
        return new Check.Text(column, value, true);
    }

    private static Check not(String column, @Nullable String value) {
        return new Check.Text(column, value, false);
    }
}
