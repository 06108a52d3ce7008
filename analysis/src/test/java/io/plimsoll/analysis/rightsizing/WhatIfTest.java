package io.plimsoll.analysis.rightsizing;

import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.replay.Replay;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

class WhatIfTest {
    private static final ResourceRates RATES = new ResourceRates(Money.of("0.04", "EUR"), Money.of("0.005", "EUR"));
    private static final Size CURRENT = new Size(2, OptionalDouble.empty(), 4L << 30, 4L << 30, 1);

    @Test
    void itSaysWhatTheReplaySays() {
        Usage usage = noise();
        WhatIf whatIf = WhatIf.prepare(usage, CURRENT, RATES, true);
        WhatIfInput input = new WhatIfInput(0.9, OptionalDouble.of(0.95), 3L << 30, 3L << 30, 2, 1.15);

        assertThat(whatIf.answer(input).replay())
                .isEqualTo(Replay.of(usage, 1).against(input.size(), input.growth()));
        assertThat(whatIf.answer(input).monthlyCost().plain()).isEqualTo("74.46");
    }

    @Test
    void theRangeHoldsTheShare() {
        WhatIfAnswer answer = WhatIf.prepare(noise(), CURRENT, RATES, true)
                .answer(new WhatIfInput(0.9, OptionalDouble.empty(), 1, 1, 1, 1));

        assertThat(answer.violationLow()).isLessThan(answer.replay().violationShare());
        assertThat(answer.violationHigh()).isGreaterThan(answer.replay().violationShare());
    }

    @Test
    void memoryThatDoesNotFollowTheLoadStaysWhenFewerReplicasShareIt() {
        WhatIfInput half = new WhatIfInput(2, OptionalDouble.empty(), 3L << 30, 3L << 30, 1, 1);
        Size two = CURRENT.withReplicas(2);
        Usage one = Load.days(10, i -> 0.5, i -> 2L << 30);
        Usage usage = Usage.of(one.replicas().getFirst(), new ReplicaUsage("b", one.replicas().getFirst().cpu(),
                one.replicas().getFirst().memory()));

        assertThat(WhatIf.prepare(usage, two, RATES, true).answer(half).replay().oomKills()).isPositive();
        assertThat(WhatIf.prepare(usage, two, RATES, false).answer(half).replay().oomKills()).isZero();
    }

    @Test
    void everySliderAtItsEndIsAnswered() {
        WhatIf whatIf = WhatIf.prepare(noise(), CURRENT, RATES, true);

        assertThat(whatIf.answer(new WhatIfInput(0, OptionalDouble.empty(), 0, 0, 0, 0)).monthlyCost().signum())
                .isZero();
        assertThat(whatIf.answer(new WhatIfInput(64, OptionalDouble.of(64), 1L << 40, 1L << 40, 1000, 10)).replay()
                .violationShare()).isZero();
    }

    private static Usage noise() {
        double[] cpu = new Random(2).doubles(10 * 288L).toArray();
        return Load.days(10, i -> cpu[i], i -> (1 + cpu[i]) * (1L << 30));
    }
}
