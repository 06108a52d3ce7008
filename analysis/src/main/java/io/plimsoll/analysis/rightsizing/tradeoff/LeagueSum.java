package io.plimsoll.analysis.rightsizing.tradeoff;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.FrontierMark;
import io.plimsoll.analysis.rightsizing.LeagueRow;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.unit.Money;

/// One row of a league while it is added up.
public final class LeagueSum {
    private final FrontierMark.Kind kind;
    private final String strategy;
    private @Nullable Money cost;
    private double cores;
    private double judgedHours;
    private double aboveHours;
    private double wanted;
    private double unmet;
    private double requested;
    private double idle;
    private int kills;
    private double killsPerMonth;
    private int breaking;

    LeagueSum(FrontierMark.Kind kind, String strategy) {
        this.kind = kind;
        this.strategy = strategy;
    }

    void add(Size size, LeagueTable.HeldBack judge, @Nullable Money monthly, double risk) {
        ReplayResult result = judge.replay().against(size);
        if (monthly != null) {
            cost = cost == null ? monthly : cost.plus(monthly);
        }
        cores += size.cpuRequest() * size.replicas();
        if (Double.isFinite(result.violationShare())) {
            double hours = judge.hours(result);
            judgedHours += hours;
            aboveHours += hours * result.violationShare();
            wanted += judge.wanted();
            unmet += judge.wanted() * result.unmetShare();
            requested += hours * size.cpuRequest();
            idle += hours * size.cpuRequest() * result.cpuSlack();
        }
        kills += result.oomKills();
        killsPerMonth += Double.isFinite(result.oomPerMonth()) ? result.oomPerMonth() : 0;
        breaking += result.violationShare() > risk || result.oomKills() > 0 ? 1 : 0;
    }

    /// The same row with nothing in it.
    LeagueSum empty() {
        return new LeagueSum(kind, strategy);
    }

    void add(LeagueSum other) {
        Money more = other.cost;
        if (more != null) {
            cost = cost == null ? more : cost.plus(more);
        }
        cores += other.cores;
        judgedHours += other.judgedHours;
        aboveHours += other.aboveHours;
        wanted += other.wanted;
        unmet += other.unmet;
        requested += other.requested;
        idle += other.idle;
        kills += other.kills;
        killsPerMonth += other.killsPerMonth;
        breaking += other.breaking;
    }

    LeagueRow row() {
        return new LeagueRow(kind, strategy, cost, cores, aboveHours / judgedHours, unmet / wanted, kills,
                killsPerMonth,
                idle / requested, breaking);
    }
}
