package io.plimsoll.analysis.rightsizing.cash;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CommitmentTerm;
import io.plimsoll.analysis.billing.CommitmentUse;
import io.plimsoll.analysis.rightsizing.Savings;

/// Replays commitments with less usage, slot by slot: what a workload frees of a commitment goes on costing, unless usage on demand of a
/// kind that the commitment was seen to cover takes its place in the same slot.
///
/// Where a commitment was not used up in a slot although there was usage on demand, the bill shows that this usage can't take it, and
/// nothing is taken over. Where it was used up, usage on demand is what its room is worth: that costs its own price today. More usage takes
/// what is unused first and is on demand for the rest.
///
/// Immutable and safe from any thread; an answer takes time in proportion to the slots.
public final class CommitmentReplay {
    private final Map<String, Map<Long, CommitmentUse.Slot>> slots = new HashMap<>();
    private final Map<String, Map<Long, List<Integer>>> takers = new HashMap<>();
    private final List<CommitmentUse.OnDemand> onDemand;
    private final Map<String, CommitmentTerm> terms;
    private final String currency;

    /// @param wanted   commitments that matter: those of the workloads that change
    /// @param currency of all amounts; others are left out
    public CommitmentReplay(CommitmentUse use, List<CommitmentTerm> terms, Set<String> wanted, String currency) {
        this.currency = currency;
        this.terms = terms.stream().collect(Collectors.toMap(CommitmentTerm::id, each -> each));
        this.onDemand = wanted.isEmpty()
                ? List.of()
                : use.onDemand().stream().filter(each -> each.currency().equals(currency)).toList();
        if (wanted.isEmpty()) {
            return;
        }
        use.slots().stream().filter(each -> each.currency().equals(currency) && wanted.contains(each.commitment()))
                .forEach(each -> slots.computeIfAbsent(each.commitment(), key -> new HashMap<>()).put(each.slot(),
                        each));
        for (CommitmentUse.Eligible each : use.eligible()) {
            if (slots.containsKey(each.commitment())) {
                addTakers(each);
            }
        }
    }

    private void addTakers(CommitmentUse.Eligible eligible) {
        Map<Long, List<Integer>> bySlot = takers.computeIfAbsent(eligible.commitment(), key -> new HashMap<>());
        for (int i = 0; i < onDemand.size(); i++) {
            List<Integer> there = bySlot.computeIfAbsent(onDemand.get(i).slot(), key -> new ArrayList<>());
            if (eligible.covers(onDemand.get(i)) && !there.contains(i)) {
                there.add(i);
            }
        }
    }

    /// What the changes save together.
    public Savings savings(List<FreedUsage> changes) {
        Run run = new Run();
        // What the changes free on demand can't take over anything any more.
        changes.forEach(run::direct);
        changes.forEach(run::committed);
        return new SavingsText(currency, terms).of(run.list, run.effective, run.cash, run.commitments, changes);
    }

    private CommitmentUse.@Nullable Slot slot(String commitment, long slot) {
        return slots.getOrDefault(commitment, Map.of()).get(slot);
    }

    /// 0 where nothing can be divided by.
    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, MathContext.DECIMAL128);
    }

    /// One replay.
    private final class Run {
        private BigDecimal list = BigDecimal.ZERO;
        private BigDecimal effective = BigDecimal.ZERO;
        private BigDecimal cash = BigDecimal.ZERO;
        private final Map<String, FreedCommitment> commitments = new TreeMap<>();
        /// List cost that is still on demand, by index.
        private final Map<Integer, BigDecimal> left = new HashMap<>();
        private final Map<Long, BigDecimal> own = new HashMap<>();
        private final Map<String, Map<Long, BigDecimal>> unused = new HashMap<>();

        void direct(FreedUsage change) {
            BigDecimal share = change.share();
            for (CommitmentUse.Charged each : change.charges()) {
                list = list.add(each.list().multiply(share).multiply(change.scale()));
                BigDecimal freed = each.effective().multiply(share);
                effective = effective.add(freed.multiply(change.scale()));
                if (each.commitment().isEmpty()) {
                    cash = cash.add(freed.multiply(change.scale()));
                    if (freed.signum() > 0 && !each.pricing().equals("Dynamic")) {
                        own.merge(each.slot(), each.list().multiply(share), BigDecimal::add);
                    }
                }
            }
        }

        void committed(FreedUsage change) {
            BigDecimal share = change.share();
            for (CommitmentUse.Charged each : change.charges()) {
                if (!each.commitment().isEmpty()) {
                    CommitmentUse.Slot slot = slot(each.commitment(), each.slot());
                    FreedCommitment freed = commitments.computeIfAbsent(each.commitment(), FreedCommitment::new);
                    if (share.signum() >= 0) {
                        free(freed, each, slot, share, change.scale());
                    } else {
                        more(freed, each, slot, share.negate(), change.scale());
                    }
                }
            }
        }

        private void free(FreedCommitment freed, CommitmentUse.Charged charged, CommitmentUse.@Nullable Slot slot,
                BigDecimal share, BigDecimal scale) {
            BigDecimal room = charged.effective().multiply(share);
            BigDecimal taken = BigDecimal.ZERO;
            boolean spare = slot == null || FreedCommitment.hasSpare(slot);
            if (!spare) {
                BigDecimal rate = ratio(charged.effective(), charged.list());
                taken = take(charged, rate.signum() == 0 ? BigDecimal.ZERO : ratio(room, rate), scale)
                        .multiply(rate);
            }
            freed.add(room.multiply(scale), taken.min(room).multiply(scale), spare);
        }

        /// @return list cost of the usage that takes over
        private BigDecimal take(CommitmentUse.Charged charged, BigDecimal worth, BigDecimal scale) {
            BigDecimal open = worth;
            for (int i : takers.getOrDefault(charged.commitment(), Map.of()).getOrDefault(charged.slot(),
                    List.of())) {
                CommitmentUse.OnDemand usage = onDemand.get(i);
                BigDecimal there = left.computeIfAbsent(i, key -> usage.list().subtract(gone(usage)));
                BigDecimal part = there.min(open).max(BigDecimal.ZERO);
                left.put(i, there.subtract(part));
                open = open.subtract(part);
                cash = cash.add(part.multiply(ratio(usage.effective(), usage.list())).multiply(scale));
            }
            return worth.subtract(open);
        }

        /// What the changes themselves free of this usage; at most all of it.
        private BigDecimal gone(CommitmentUse.OnDemand usage) {
            BigDecimal freed = own.getOrDefault(usage.slot(), BigDecimal.ZERO).min(usage.list());
            own.merge(usage.slot(), freed.negate(), BigDecimal::add);
            return freed;
        }

        private void more(FreedCommitment freed, CommitmentUse.Charged charged, CommitmentUse.@Nullable Slot slot,
                BigDecimal share, BigDecimal scale) {
            BigDecimal wanted = charged.effective().multiply(share);
            Map<Long, BigDecimal> spare = unused.computeIfAbsent(charged.commitment(), key -> new HashMap<>());
            BigDecimal there = spare.computeIfAbsent(charged.slot(),
                    key -> slot == null ? BigDecimal.ZERO : slot.unused());
            BigDecimal covered = there.min(wanted);
            spare.put(charged.slot(), there.subtract(covered));
            BigDecimal open = wanted.subtract(covered);
            BigDecimal rate = ratio(charged.effective(), charged.list());
            cash = cash.subtract((rate.signum() == 0 ? open : ratio(open, rate)).multiply(scale));
            freed.add(wanted.negate().multiply(scale), BigDecimal.ZERO, false);
            freed.covered(covered.multiply(scale));
        }
    }
}
