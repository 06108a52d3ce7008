package io.plimsoll.analysis.rightsizing.choice;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Proposal;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.advice.AdviceRequest;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.replay.Redistribution;
import io.plimsoll.analysis.rightsizing.replay.Replay;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;

/// Chooses how many replicas, and between the calculated size and one that stood in Git.
///
/// The number of replicas changes only if that saves a tenth more than keeping it, and no replica becomes larger than it is, since
/// a larger one may fit no node. A size that stood in Git is preferred up to 5 % above the cheapest: it is known to work.
public final class SizeChoice {
    private static final BigDecimal WORTH_A_RECOUNT = new BigDecimal("0.9");
    private static final BigDecimal WORTH_A_FORMER = new BigDecimal("1.05");
    private static final int MOST_COUNTS = 24;

    private final AdviceRequest request;
    private final Usage usage;
    private final List<FormerSize> former;
    private final boolean wholeCores;
    private final boolean wholeGibis;
    private final CapacityFinding inside;

    /// @param wholeCores see `WritableSize`
    /// @param wholeGibis see `WritableSize`
    /// @param inside     bounds that use does not show
    public SizeChoice(AdviceRequest request, Usage usage, List<FormerSize> former, boolean wholeCores,
            boolean wholeGibis, CapacityFinding inside) {
        this.request = request;
        this.usage = usage;
        this.former = former;
        this.wholeCores = wholeCores;
        this.wholeGibis = wholeGibis;
        this.inside = inside;
    }

    /// @param fewest  replicas that must stay; the present number or more if it can't change
    /// @param shared  whether replicas share one load, so that other numbers can be considered
    public Chosen choose(int fewest, boolean shared, Cancellation cancellation) {
        Proposal best = at(request.current().replicas());
        Money bestCost = cost(best.size(request));
        for (int count : shared ? counts(fewest) : Set.<Integer>of()) {
            cancellation.check();
            Proposal other = at(count);
            Size size = other.size(request);
            Money otherCost = cost(size);
            Money limit = best.replicas() == request.current().replicas() ? bestCost.times(WORTH_A_RECOUNT) : bestCost;
            if (fits(size) && otherCost.compareTo(limit) < 0) {
                best = other;
                bestCost = otherCost;
            }
        }
        return former(best, bestCost, fewest, shared).orElse(new Chosen(best, null));
    }

    private boolean fits(Size size) {
        return size.cpuRequest() <= request.current().cpuRequest()
                && size.memoryRequest() <= request.current().memoryRequest();
    }

    /// The largest number first, so that of equally cheap ones the larger is kept.
    private Set<Integer> counts(int fewest) {
        int now = request.current().replicas();
        Set<Integer> counts = new TreeSet<>(Comparator.reverseOrder());
        former.stream().map(each -> each.size().replicas()).filter(count -> count >= fewest).forEach(counts::add);
        for (int count = now - 1; count >= fewest && counts.size() < MOST_COUNTS; count--) {
            counts.add(count);
        }
        counts.remove(now);
        return counts;
    }

    private Optional<Chosen> former(Proposal best, Money bestCost, int fewest, boolean shared) {
        Money now = cost(request.current());
        return former.stream().filter(each -> each.size().replicas() >= inside.leastReplicas())
                .filter(each -> shared && each.size().replicas() >= fewest
                        || each.size().replicas() == request.current().replicas())
                .filter(each -> cost(each.size()).compareTo(bestCost.times(WORTH_A_FORMER)) <= 0
                        && cost(each.size()).compareTo(now) < 0 && holds(each.size()))
                .findFirst().map(each -> new Chosen(
                        new Proposal(dealt(each.size().replicas()), each.size().replicas(), size -> each.size()),
                        each));
    }

    private boolean holds(Size size) {
        Usage dealt = dealt(size.replicas());
        Headroom floor = Headroom.of(dealt).atLeast(inside);
        ReplayResult all = Replay.of(dealt, size.replicas()).against(size);
        return size.cpuRequest() >= floor.cores() && size.memoryCeiling() >= floor.memory()
                && all.violationShare() <= request.risk() && all.oomKills() == 0;
    }

    private Proposal at(int replicas) {
        Usage dealt = dealt(replicas);
        WritableSize form = new WritableSize(request.current(), Headroom.of(dealt).atLeast(inside), wholeCores,
                wholeGibis);
        return new Proposal(dealt, replicas, form::of);
    }

    private Usage dealt(int replicas) {
        return replicas == request.current().replicas() || replicas == 0
                ? usage
                : Redistribution.of(usage, replicas, true);
    }

    private static Money cost(Size size) {
        return ResourceRates.PROPORTION.monthly(size);
    }

    /// @param former the size in Git that was taken, or null
    public record Chosen(Proposal proposal, @Nullable FormerSize former) {}
}
