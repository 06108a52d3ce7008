package io.plimsoll.analysis.rightsizing;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// What another size does to a workload.
///
/// @param monthly what 730 h cost more than today, below 0 if less; null without a bill
/// @param before  today's size held against all the telemetry
/// @param after   the other size held against it
public record SizeEffect(@Nullable Money monthly, ReplayResult before, ReplayResult after) {
    static SizeEffect of(WhatIf whatIf, Size current, Size changed) {
        WhatIfAnswer before = whatIf.answer(WhatIfInput.of(current));
        WhatIfAnswer after = whatIf.answer(WhatIfInput.of(changed));
        return new SizeEffect(whatIf.priced() ? after.monthlyCost().minus(before.monthlyCost()) : null,
                before.replay(), after.replay());
    }
}
