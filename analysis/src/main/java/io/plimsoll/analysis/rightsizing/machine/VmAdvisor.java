package io.plimsoll.analysis.rightsizing.machine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.rightsizing.advice.Sentence;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.unit.Money;

/// Chooses among instance types: the cheapest of the same provider, architecture and currency that has enough of both.
///
/// A burstable type is taken only if its credits, replayed on the use, never run out. A burstable machine that used more than its credits
/// pays for the surplus, so that a steady type may cost less than it. Where memory was not measured, no type has less than now. A type for
/// which disks, image or software must change has to be 5 % cheaper than one without. The same size in another series is no waste that is
/// found but another product: it has to save more than a tenth.
public final class VmAdvisor {
    private static final double FEWEST_DAYS = 3;
    private static final BigDecimal WORK = new BigDecimal("1.05");
    private static final BigDecimal WORTH_IT = new BigDecimal("0.9");

    private final List<VmType> candidates;
    private final VmRule rule;
    private final boolean anyArchitecture;

    private VmAdvisor(List<VmType> candidates, VmRule rule, boolean anyArchitecture) {
        this.candidates = List.copyOf(candidates);
        this.rule = rule;
        this.anyArchitecture = anyArchitecture;
    }

    public static VmAdvisor of(List<VmType> candidates, VmRule rule) {
        return new VmAdvisor(candidates, rule, false);
    }

    /// Also types of another architecture: for software that is built for both.
    public VmAdvisor acrossArchitectures() {
        return new VmAdvisor(candidates, rule, true);
    }

    public VmAdvice advise(String machine, VmType current, Usage usage) {
        return advise(machine, current, usage, List.of());
    }

    /// @param usage what the machine used, in cores and bytes; the need is taken from all of it
    /// @param known objections from elsewhere
    public VmAdvice advise(String machine, VmType current, Usage usage, List<Objection> known) {
        VmNeed need = need(current, usage);
        List<Objection> objections = new ArrayList<>(known);
        objections.addAll(objections(usage, need, current));
        Money surplus = surplus(current, usage);
        boolean refused = objections.stream().anyMatch(each -> each.grade() == Grade.D);
        VmType proposed = refused ? current : cheapest(current, current.pricePerHour().plus(surplus), need, usage);
        if (!proposed.equals(current)) {
            objections.addAll(new TypeChange(current, proposed).objections());
            replayed(proposed, usage).ifPresent(credits -> objections.add(new Objection(Refusal.BURST_CREDITS, Grade.B,
                    bursts(proposed.name(), credits))));
        }
        objections.sort(Comparator.comparing(Objection::grade).reversed().thenComparing(Objection::code));
        Grade grade = objections.stream().map(Objection::grade).reduce(Grade.A, Grade::worse);
        return new VmAdvice(machine, current, proposed, need, grade, objections, surplus);
    }

    private static String bursts(String name, BurstCredits.Replayed credits) {
        return credits.most() == 0
                ? name + " shares its processors; replayed, the use never was above its share."
                : Sentence.of("%s bursts on credits; replayed, at least %.0f of %.0f were left.", name,
                        credits.lowest(), credits.most());
    }

    private VmNeed need(VmType current, Usage usage) {
        VmNeed measured = rule.need(usage);
        return Double.isNaN(measured.memoryGib()) ? new VmNeed(measured.vcpu(), current.memoryGib()) : measured;
    }

    private VmType cheapest(VmType current, Money paid, VmNeed need, Usage usage) {
        return candidates.stream().filter(type -> comparable(type, current) && need.metBy(type))
                .filter(type -> type.pricePerHour().compareTo(paid) < 0 && isWorthIt(type, current, paid))
                .filter(type -> !type.burstable()
                        || replayed(type, usage).filter(BurstCredits.Replayed::lasts).isPresent())
                .min(Comparator.comparing((VmType type) -> withWork(current, type))
                        .thenComparing(VmType::vcpu, Comparator.reverseOrder()).thenComparing(VmType::name))
                .orElse(current);
    }

    private static boolean isWorthIt(VmType type, VmType current, Money paid) {
        boolean smaller = type.vcpu() < current.vcpu() || type.memoryGib() < current.memoryGib();
        return smaller || type.pricePerHour().compareTo(paid.times(WORTH_IT)) < 0;
    }

    private static BigDecimal withWork(VmType current, VmType type) {
        BigDecimal price = type.pricePerHour().amount();
        return new TypeChange(current, type).takesWork() ? price.multiply(WORK) : price;
    }

    private boolean comparable(VmType type, VmType current) {
        return type.provider().equals(current.provider())
                && type.pricePerHour().currency().equals(current.pricePerHour().currency())
                && (anyArchitecture || type.architecture() == current.architecture())
                && new TypeChange(current, type).possible();
    }

    /// The worst over the series, which for a machine is one.
    private static Optional<BurstCredits.Replayed> replayed(VmType type, Usage usage) {
        return type.burstable()
                ? BurstCredits.of(type).flatMap(credits -> usage.replicas().stream().map(ReplicaUsage::cpu)
                        .filter(cpu -> cpu.length() > 0).map((TimeSeries cpu) -> credits.replay(cpu))
                        .min(Comparator.comparingDouble(BurstCredits.Replayed::lowest)))
                : Optional.empty();
    }

    /// What use beyond the credits costs an hour. Only Amazon lends against money, in the mode `unlimited`; who used more than the
    /// credits was in it.
    private static Money surplus(VmType current, Usage usage) {
        Money none = Money.zero(current.pricePerHour().currency());
        if (!current.provider().equals("aws") || !current.pricePerHour().currency().equals("USD")) {
            return none;
        }
        // Amazon's price list of EC2: a processor-hour of surplus of T2, T3 and T3a under Linux, and of T4g.
        BigDecimal hour = new BigDecimal(current.name().startsWith("t4g.") ? "0.04" : "0.05");
        return replayed(current, usage)
                .map(credits -> new Money(hour.multiply(BigDecimal.valueOf(credits.surplusCores())), "USD"))
                .orElse(none);
    }

    private static List<Objection> objections(Usage usage, VmNeed need, VmType current) {
        List<Objection> found = new ArrayList<>();
        if (Double.isNaN(need.vcpu())) {
            found.add(new Objection(Refusal.NO_DATA, Grade.D, "CPU was not measured."));
            return found;
        }
        boolean memory = usage.memorySamples() > 0;
        if (!memory) {
            found.add(new Objection(Refusal.MEMORY_NOT_MEASURED, Grade.B, Sentence.of(
                    "Memory was not measured; no type with less than the present %.1f GiB is proposed.",
                    current.memoryGib())));
        }
        Usage recent = usage.lastDays(FEWEST_DAYS);
        if (usage.days() < FEWEST_DAYS) {
            found.add(new Objection(Refusal.TOO_SHORT, Grade.D,
                    Sentence.of("Only %.1f days were measured.", usage.days())));
        } else if (recent.cpuSamples() == 0 || memory && recent.memorySamples() == 0) {
            found.add(new Objection(Refusal.GAPS, Grade.C, recent.isEmpty()
                    ? "The last three days hold no sample."
                    : "The last three days hold no sample of " + (recent.cpuSamples() == 0 ? "CPU." : "memory.")));
        } else if (usage.gapShare() > 0.2) {
            found.add(new Objection(Refusal.GAPS, Grade.C,
                    Sentence.of("For %.0f %% of the time nothing was measured.", 100 * usage.gapShare())));
        }
        if (usage.days() < 7 - 0.01) {
            found.add(new Objection(Refusal.NO_PEAK_SEEN, Grade.B, "The data holds no whole week."));
        }
        if (!need.metBy(current)) {
            found.add(new Objection(Refusal.CAPPED_BY_LIMIT, Grade.B,
                    "The present type is already smaller than the rule asks for; a cheaper one must have more."));
        }
        return found;
    }
}
