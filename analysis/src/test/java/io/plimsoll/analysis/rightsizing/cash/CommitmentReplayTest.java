package io.plimsoll.analysis.rightsizing.cash;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.billing.CommitmentTerm;
import io.plimsoll.analysis.billing.CommitmentUse;
import io.plimsoll.analysis.rightsizing.Savings;
import io.plimsoll.analysis.unit.Days;

import static org.assertj.core.api.Assertions.assertThat;

/// One day, one plan at 60 % of the list price. 730 / 24 turns a day into a month.
class CommitmentReplayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final Days ONE = new Days(DAY, DAY);
    private static final LocalDate END = LocalDate.of(2027, 9, 8);
    private static final BigDecimal MONTH = new BigDecimal("30.41666666666667");

    @Test
    void whatAPlanWithRoomToSpareIsPaidForStaysPaidUntilItEnds() {
        Savings savings = replay("1", "100").savings(List.of(freed("plan", "10", "6", 0.5)));
        assertMonths(savings.list().amount(), "5");
        assertMonths(savings.effective().amount(), "3");
        assertThat(savings.cash().signum()).isZero();
        assertMonths(savings.stranded().amount(), "3");
        assertThat(savings.cashFrom()).isEqualTo(END);
        assertThat(savings.notes()).anySatisfy(note -> assertThat(note).contains("until 2027-09-08"));
    }

    @Test
    void usageOnDemandTakesOverWhatIsFreedOfAPlanThatIsUsedUpAndSavesItsOwnPrice() {
        Savings savings = replay("0", "100").savings(List.of(freed("plan", "10", "6", 0.5)));
        // 3 of the plan are worth 5 at list, and so much usage is no longer on demand.
        assertMonths(savings.cash().amount(), "5");
        assertThat(savings.stranded().signum()).isZero();
        assertThat(savings.cashFrom()).isNull();
    }

    @Test
    void noMoreIsTakenOverThanThereIsOnDemand() {
        Savings savings = replay("0", "2").savings(List.of(freed("plan", "10", "6", 0.5)));
        assertMonths(savings.cash().amount(), "2");
        // 2 at list are 1.2 of the plan; the other 1.8 cover nothing.
        assertMonths(savings.stranded().amount(), "1.8");
        assertThat(savings.cashFrom()).isEqualTo(END);
    }

    @Test
    void usageOnDemandIsTakenOverOnceByTwoChanges() {
        FreedUsage change = freed("plan", "10", "6", 0.5);
        Savings one = replay("0", "6").savings(List.of(change));
        Savings both = replay("0", "6").savings(List.of(change, change));
        assertMonths(one.cash().amount(), "5");
        assertMonths(both.cash().amount(), "6");
        assertMonths(both.stranded().amount(), "2.4");
    }

    @Test
    void whatAChangeFreesOnDemandCanTakeNothingOver() {
        CommitmentUse.Charged covered = charged("plan", "10", "6");
        CommitmentUse.Charged own = charged("", "2", "2");
        // All that is on demand is the workload's own; half of it goes.
        Savings savings = replay("0", "2")
                .savings(List.of(new FreedUsage(List.of(covered, own), ONE, new BigDecimal("0.5"))));
        // 1 of its own, and the plan takes the other 1 over.
        assertMonths(savings.cash().amount(), "2");
    }

    @Test
    void usageOnDemandIsCashAtOnce() {
        Savings savings = replay("0", "0").savings(List.of(freed("", "10", "9", 0.5)));
        assertMonths(savings.list().amount(), "5");
        assertMonths(savings.effective().amount(), "4.5");
        assertMonths(savings.cash().amount(), "4.5");
    }

    @Test
    void aMonthIsExactToTheDecimalsOfABill() {
        Savings savings = replay("0", "0").savings(List.of(freed("", "10", "10", 0.5)));
        // 5 x 730 / 24
        assertThat(savings.list().plain()).isEqualTo("152.083333333333333333");
        assertThat(savings.effective()).isEqualTo(savings.list());
    }

    @Test
    void moreUsageFillsWhatIsUnusedFirstAndIsOnDemandForTheRest() {
        Savings savings = replay("1.2", "0").savings(List.of(freed("plan", "10", "6", -0.5)));
        assertMonths(savings.list().amount(), "-5");
        // 3 more are wanted, 1.2 are unused, the other 1.8 cost 3 on demand.
        assertMonths(savings.cash().amount(), "-3");
    }

    @Test
    void usageInAnotherServiceTakesNothingOver() {
        CommitmentUse.OnDemand other = new CommitmentUse.OnDemand(0, "USD", "Lambda", "us-east-1", "m6i",
                new BigDecimal("100"), new BigDecimal("100"));
        CommitmentUse use = new CommitmentUse(24, List.of(slot("0")),
                List.of(new CommitmentUse.Eligible("plan", "EC2", "", "")), List.of(other));
        Savings savings = new CommitmentReplay(use, terms(), Set.of("plan"), "USD")
                .savings(List.of(freed("plan", "10", "6", 0.5)));
        assertThat(savings.cash().signum()).isZero();
        assertThat(savings.stranded().signum()).isPositive();
    }

    /// Whatever a bill says, cash never comes from nowhere: what a commitment keeps is between nothing and what was freed of it.
    @Test
    void noBillMakesMoneyOfNothing() {
        String[] amounts = {"0", "-7", "0.000000000000000001", "3", "1e18", "-1e18", "12.5"};
        Random random = new Random(4);
        for (int round = 0; round < 400; round++) {
            List<CommitmentUse.Slot> slots = new ArrayList<>();
            List<CommitmentUse.OnDemand> demand = new ArrayList<>();
            List<CommitmentUse.Charged> charges = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String plan = random.nextBoolean() ? "plan" : "other";
                String currency = random.nextInt(4) == 0 ? "EUR" : "USD";
                slots.add(new CommitmentUse.Slot(plan, currency, i % 2, any(random, amounts), any(random, amounts),
                        any(random, amounts)));
                demand.add(new CommitmentUse.OnDemand(i % 2, currency, "EC2", "us-east-1", "m6i", any(random, amounts),
                        any(random, amounts)));
                charges.add(new CommitmentUse.Charged("n" + i, i % 2, "USD", random.nextInt(3) == 0 ? "" : plan,
                        "Standard", any(random, amounts), any(random, amounts)));
            }
            CommitmentUse use = new CommitmentUse(24, slots, List.of(new CommitmentUse.Eligible("plan", "EC2", "", ""),
                    new CommitmentUse.Eligible("other", "EC2", "", "")), demand);
            // The other plan is known to nobody, and has no end.
            CommitmentReplay replay = new CommitmentReplay(use, terms(), Set.of("plan", "other"), "USD");
            for (String share : new String[]{"1", "0.5", "0", "-3"}) {
                List<FreedUsage> freed = List.of(new FreedUsage(charges, ONE, new BigDecimal(share)));
                Savings savings = replay.savings(freed);
                assertThat(replay.savings(freed)).isEqualTo(savings);
                assertThat(savings.commitments()).allSatisfy(each -> assertThat(each.stranded().signum())
                        .isNotNegative());
                assertThat(savings.list().currency()).isEqualTo("USD");
                assertThat(savings.notes().toString()).doesNotContain("null", "E+", "NaN");
            }
        }
    }

    private static BigDecimal any(Random random, String[] amounts) {
        return new BigDecimal(amounts[random.nextInt(amounts.length)]);
    }

    private static CommitmentReplay replay(String unused, String onDemand) {
        return new CommitmentReplay(new CommitmentUse(24, List.of(slot(unused)),
                List.of(new CommitmentUse.Eligible("plan", "EC2", "", "")),
                List.of(new CommitmentUse.OnDemand(0, "USD", "EC2", "us-east-1", "m6i", new BigDecimal(onDemand),
                        new BigDecimal(onDemand)))),
                terms(), Set.of("plan"), "USD");
    }

    private static CommitmentUse.Slot slot(String unused) {
        return new CommitmentUse.Slot("plan", "USD", 0, new BigDecimal("20"), new BigDecimal("12"),
                new BigDecimal(unused));
    }

    private static List<CommitmentTerm> terms() {
        return List.of(new CommitmentTerm("plan", "our plan", "Compute Savings Plan", "Spend", END, "its contract"));
    }

    private static FreedUsage freed(String commitment, String list, String effective, double share) {
        return new FreedUsage(List.of(charged(commitment, list, effective)), ONE, BigDecimal.valueOf(share));
    }

    private static CommitmentUse.Charged charged(String commitment, String list, String effective) {
        return new CommitmentUse.Charged("node", 0, "USD", commitment, "Standard", new BigDecimal(list),
                new BigDecimal(effective));
    }

    private static void assertMonths(BigDecimal amount, String aDay) {
        assertThat(amount).isCloseTo(new BigDecimal(aDay).multiply(MONTH),
                org.assertj.core.data.Offset.offset(new BigDecimal("0.000001")));
    }
}
