package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Chooses among instance types: the cheapest of the same provider, architecture and currency that has enough of both.
/// Burstable types are left out unless the machine is one: their vCPU are no measure of sustained work.
public final class VmAdvisor {
    private static final double FEWEST_DAYS = 3;

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

    /// @param usage what the machine used, in cores and bytes; the need is taken from all of it
    public VmAdvice advise(String machine, VmType current, Usage usage) {
        VmNeed need = rule.need(usage);
        List<Objection> objections = objections(usage, need, current);
        Grade grade = objections.stream().map(Objection::grade).reduce(Grade.A, Grade::worse);
        VmType proposed = grade == Grade.D ? current : cheapest(current, need);
        return new VmAdvice(machine, current, proposed, need, grade, objections);
    }

    private VmType cheapest(VmType current, VmNeed need) {
        return candidates.stream().filter(type -> comparable(type, current) && need.metBy(type))
                .filter(type -> type.pricePerHour().compareTo(current.pricePerHour()) < 0)
                .min(Comparator.comparing(VmType::pricePerHour).thenComparing(VmType::vcpu, Comparator.reverseOrder())
                        .thenComparing(VmType::name))
                .orElse(current);
    }

    private boolean comparable(VmType type, VmType current) {
        return type.provider().equals(current.provider())
                && type.pricePerHour().currency().equals(current.pricePerHour().currency())
                && (current.burstable() || !type.burstable())
                && (anyArchitecture || type.architecture() == current.architecture());
    }

    private static List<Objection> objections(Usage usage, VmNeed need, VmType current) {
        List<Objection> found = new ArrayList<>();
        if (Double.isNaN(need.vcpu()) || Double.isNaN(need.memoryGib())) {
            found.add(new Objection(Refusal.NO_DATA, Grade.D,
                    Double.isNaN(need.vcpu()) ? "CPU was not measured." : "Memory was not measured."));
            return found;
        }
        Usage recent = usage.lastDays(FEWEST_DAYS);
        if (usage.days() < FEWEST_DAYS) {
            found.add(new Objection(Refusal.TOO_SHORT, Grade.D,
                    Objections.text("Only %.1f days were measured.", usage.days())));
        } else if (recent.cpuSamples() == 0 || recent.memorySamples() == 0) {
            found.add(new Objection(Refusal.GAPS, Grade.C, recent.isEmpty()
                    ? "The last three days hold no sample."
                    : "The last three days hold no sample of " + (recent.cpuSamples() == 0 ? "CPU." : "memory.")));
        } else if (usage.gapShare() > 0.2) {
            found.add(new Objection(Refusal.GAPS, Grade.C,
                    Objections.text("For %.0f %% of the time nothing was measured.", 100 * usage.gapShare())));
        }
        if (usage.days() < 7 - 0.01) {
            found.add(new Objection(Refusal.NO_PEAK_SEEN, Grade.B, "The data holds no whole week."));
        }
        if (!need.metBy(current)) {
            found.add(new Objection(Refusal.CAPPED_BY_LIMIT, Grade.B,
                    "The present type is already smaller than the rule asks for; a cheaper one must have more."));
        }
        found.sort(Comparator.comparing(Objection::grade).reversed().thenComparing(Objection::code));
        return found;
    }
}
