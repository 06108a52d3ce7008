package io.plimsoll.app.screen.changes;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.SizeEffect;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

class EffectTextTest {
    private static ReplayResult replay(double throttled, double oomPerMonth) {
        return new ReplayResult(100, 0, 0, throttled, 0, 0, oomPerMonth, 0, 0);
    }

    @Test
    void aSavingWithoutBreachIsSaidAsSuch() {
        assertThat(EffectText.brief(new SizeEffect(Money.of("-841.20", "USD"), replay(0.2, 0), replay(0.0001, 0.01))))
                .isEqualTo("\u2212$841 a month, no breach in the replay");
    }

    @Test
    void whatTheReplayFoundIsSaid() {
        assertThat(EffectText.brief(new SizeEffect(Money.of("12.5", "EUR"), replay(0, 0), replay(0.0042, 1.26))))
                .isEqualTo("+\u20ac12.50 a month, throttled 0.4\u202f%, OOM 1.3 a month");
    }

    @Test
    void withoutABillNoMoneyIsSaid() {
        SizeEffect effect = new SizeEffect(null, replay(0, 0), replay(0, Double.NaN));
        assertThat(EffectText.brief(effect)).isEqualTo("no breach in the replay");
        assertThat(EffectText.whole(effect)).contains("No bill").contains("today throttled 0.0");
    }

    @Test
    void aLimitThatReservesNothingCostsTheSame() {
        assertThat(EffectText.brief(new SizeEffect(Money.of("0.000", "USD"), replay(0, 0), replay(0, 0))))
                .isEqualTo("costs the same, no breach in the replay");
    }
}
