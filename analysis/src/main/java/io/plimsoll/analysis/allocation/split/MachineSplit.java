package io.plimsoll.analysis.allocation.split;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.allocation.AllocatedCost;
import io.plimsoll.analysis.allocation.AllocatedCost.Part;
import io.plimsoll.analysis.allocation.Tenant;

/// Divides a machine's cost of a day among its tenants, what was idle, and what nothing is known of.
///
/// The cost falls into a part for cores, one for memory and one for GPUs: as the bill charges them by themselves, else by the prices of
/// OpenCost's defaults times what the machine has. Of each part a tenant gets what it claimed by what was there; where more was claimed
/// than there was, all of it goes to the claims. Only the measured share of the day is divided so.
public final class MachineSplit {
    /// OpenCost's default prices of a core, a GiB and a GPU for an hour (`configs/aws.json`, Apache-2.0), the first two of which are
    /// `ResourceRates.PROPORTION`. Only their proportion counts.
    static final Resources PRICES = new Resources(0.031611, 0.004237, 0.95);
    private static final double ROUNDING = 1e-9;

    private MachineSplit() {
    }

    /// Parts of the machine's cost that add up to it. A tenant's is there even if it is 0; idle and unallocated only if they aren't.
    public static List<AllocatedCost> of(MachineDay machine) {
        double[] shares = shares(machine);
        double claimed = 0;
        List<Tenant> tenants = new ArrayList<>();
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            tenants.add(machine.claims().get(i).tenant());
            weights.add(new BigDecimal(shares[i]));
            claimed += shares[i];
        }
        double covered = shares.length == 0 ? 0 : machine.covered();
        tenants.add(Tenant.IDLE);
        // Shares add up to the measured part but for rounding; that must not look like idle cost.
        weights.add(covered - claimed > ROUNDING ? new BigDecimal(covered - claimed) : BigDecimal.ZERO);
        tenants.add(Tenant.UNALLOCATED);
        weights.add(new BigDecimal(1 - covered));
        List<BigDecimal> amounts = Apportion.of(machine.cost(), weights);
        List<AllocatedCost> parts = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            if (i < shares.length || amounts.get(i).signum() != 0) {
                parts.add(new AllocatedCost(machine.node(), machine.scope(), machine.day(), machine.currency(),
                        tenants.get(i), Part.OWN, amounts.get(i)));
            }
        }
        return parts;
    }

    /// Whether more was claimed of a resource than the machine had in the hours that were measured.
    public static boolean overcommitted(MachineDay machine) {
        double[] claimed = claimed(machine).parts();
        double[] capacity = machine.capacity().parts();
        for (int i = 0; i < claimed.length; i++) {
            if (capacity[i] > 0 && claimed[i] > capacity[i] * machine.covered() * (1 + ROUNDING)) {
                return true;
            }
        }
        return false;
    }

    /// Each claim's share of the machine's cost, 0..1; together at most the measured share.
    private static double[] shares(MachineDay machine) {
        double[] total = claimed(machine).parts();
        double[] there = machine.capacity().parts();
        double[] price = prices(machine, total, there);
        double[] shares = new double[machine.claims().size()];
        for (int i = 0; i < shares.length; i++) {
            double[] own = machine.claims().get(i).claimed().parts();
            for (int part = 0; part < own.length; part++) {
                double among = Math.max(there[part] * machine.covered(), total[part]);
                shares[i] += among > 0 ? machine.covered() * price[part] * own[part] / among : 0;
            }
        }
        return shares;
    }

    private static Resources claimed(MachineDay machine) {
        return machine.claims().stream().map(Claim::claimed).reduce(Resources.NONE, Resources::plus);
    }

    /// The part of the cost that each resource stands for, adding up to 1; all 0 if nothing tells.
    private static double[] prices(MachineDay machine, double[] claimed, double[] there) {
        double[] metered = machine.metered().parts();
        double[] prices = new double[metered.length];
        double cost = Math.abs(machine.cost().doubleValue());
        double meteredSum = 0;
        boolean usable = cost > 0;
        for (double each : metered) {
            usable &= each * machine.cost().signum() >= 0;
            meteredSum += Math.abs(each);
        }
        double rest = usable ? Math.max(0, 1 - meteredSum / cost) : 1;
        double worth = 0;
        double[] list = PRICES.parts();
        for (int i = 0; i < list.length; i++) {
            prices[i] = list[i] * (there[i] > 0 ? there[i] : claimed[i]);
            worth += prices[i];
        }
        double sum = 0;
        for (int i = 0; i < list.length; i++) {
            prices[i] = (worth > 0 ? rest * prices[i] / worth : 0)
                    + (usable ? Math.abs(metered[i]) / cost : 0);
            sum += prices[i];
        }
        for (int i = 0; i < list.length; i++) {
            prices[i] = sum > 0 ? prices[i] / sum : 0;
        }
        return prices;
    }
}
