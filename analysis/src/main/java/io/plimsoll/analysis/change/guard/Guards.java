package io.plimsoll.analysis.change.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.RuleState;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.task.StepFailure;

/// Runs the guards and decides whether their objections are overruled.
public final class Guards {
    private Guards() {
    }

    public static List<GuardResult> check(GuardInput input) {
        return GuardRules.ALL.stream().flatMap(rule -> results(rule, input)).toList();
    }

    /// Those only that also stand against going back.
    public static List<GuardResult> checkUndo(GuardInput input) {
        return GuardRules.ALL.stream().filter(GuardRule::appliesToUndo).flatMap(rule -> results(rule, input)).toList();
    }

    /// As the clone wants the rule to be.
    private static Stream<GuardResult> results(GuardRule rule, GuardInput input) {
        return rule.check(input).stream().flatMap(result -> {
            Optional<RuleState> state = rule.overridable()
                    ? input.settings().at(result.file(), result.namespace()).state(rule.id())
                    : Optional.empty();
            return state.map(wanted -> switch (wanted) {
                case OFF -> Stream.<GuardResult>empty();
                case WARN -> Stream.of(result.as(Severity.WARN));
                case BLOCK -> Stream.of(result.as(Severity.BLOCK));
            }).orElseGet(() -> Stream.of(result));
        });
    }

    /// @param overrides guard to reason
    /// @throws StepFailure GUARD, OVERRIDE_UNKNOWN, OVERRIDE_REASON
    public static void require(List<GuardResult> results, Map<String, String> overrides) {
        overrides.forEach(Guards::checkOverride);
        List<GuardResult> against = results.stream().filter(GuardResult::blocks)
                .filter(result -> !overrides.containsKey(result.rule()) || !result.overridable()).toList();
        if (!against.isEmpty()) {
            GuardResult first = against.getFirst();
            throw StepFailure.checkFailed("GUARD",
                    first.rule() + ": " + first.evidence()
                            + (against.size() > 1 ? "; and " + (against.size() - 1) + " more" : "") + ".",
                    first.overridable()
                            ? "Choose another value, or override " + first.rule() + " with a reason."
                            : "Take it out; this guard can't be overridden.");
        }
    }

    private static void checkOverride(String rule, String reason) {
        if (GuardRules.ALL.stream().noneMatch(known -> known.id().equals(rule))) {
            throw StepFailure.wrongUsage("OVERRIDE_UNKNOWN", "There is no guard " + rule + ".",
                    "Known are: " + String.join(", ", GuardRules.ALL.stream().map(GuardRule::id).toList()) + ".");
        }
        if (reason.isBlank() || reason.strip().lines().count() > 1) {
            throw StepFailure.wrongUsage("OVERRIDE_REASON", "The override of " + rule + " needs a reason on one line.",
                    "Say why the objection does not hold here; it will stand in the commit.");
        }
    }
}
