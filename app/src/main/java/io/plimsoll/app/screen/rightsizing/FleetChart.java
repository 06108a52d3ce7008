package io.plimsoll.app.screen.rightsizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

import io.plimsoll.analysis.rightsizing.FleetFrontier;
import io.plimsoll.analysis.rightsizing.FleetPlan;
import io.plimsoll.analysis.rightsizing.FleetStep;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.app.chart.Axis;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Marker;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Money against risk of all workloads of a currency: from the safest sizes down to the cheapest, one step a point, and what is set
/// and what is proposed beside them. What is in trouble for more than a tenth of the time is left out.
///
/// @param workloads of the chart's markers, in their order; empty for a marker of all
record FleetChart(ChartSpec spec, List<Optional<WorkloadKey>> workloads) {
    /// Steps that get a point each; of more there is only the line.
    private static final int MOST_POINTS = 300;

    private record Spot(Marker marker, Optional<WorkloadKey> workload) {}

    static FleetChart of(FleetFrontier fleet) {
        FleetPlan safest = fleet.safest();
        double reach = Math.max(FrontierChart.REACH * safest.workloads().size(), fleet.proposed().troubledHours());
        List<FleetStep> steps = fleet.steps().stream().filter(each -> each.troubledHours() <= reach).toList();
        List<Spot> spots = new ArrayList<>();
        if (steps.size() <= MOST_POINTS) {
            steps.forEach(each -> spots.add(new Spot(Marker.point(each.troubledHours(), money(each.monthlyCost()),
                    ChartColor.C1, reading(each)), Optional.of(each.workload()))));
        }
        spot(spots, fleet.proposed(), ChartColor.GOOD, "rightsizing.proposedLine", false);
        spot(spots, fleet.now(), ChartColor.INK2, "rightsizing.frontier.now", true);
        spot(spots, safest, ChartColor.C2, "rightsizing.fleet.safest", false);
        spots.sort(Comparator.comparingDouble(each -> each.marker().x()));
        ChartSpec.Builder spec = ChartSpec.scatter(title(fleet)).x(Axis.roots(" h")).y(Axis.money(fleet.currency()))
                .add(Series.of(Messages.text("rightsizing.shown.frontier"),
                        DoubleStream.concat(DoubleStream.of(safest.troubledHours()),
                                steps.stream().mapToDouble(FleetStep::troubledHours)).toArray(),
                        DoubleStream.concat(DoubleStream.of(money(safest.monthlyCost())),
                                steps.stream().mapToDouble(each -> money(each.monthlyCost()))).toArray(),
                        ChartColor.C1).withWidth(1.2));
        spots.forEach(each -> spec.add(each.marker()));
        return new FleetChart(spec.build(), spots.stream().map(Spot::workload).toList());
    }

    static String title(FleetFrontier fleet) {
        return Messages.text("rightsizing.fleet.title", Formats.count(fleet.now().workloads().size()),
                fleet.currency());
    }

    /// What cannot be told, since a workload requests nothing of what was measured, has no place in the chart.
    private static void spot(List<Spot> spots, FleetPlan plan, ChartColor color, String key, boolean atEdge) {
        if (!Double.isFinite(plan.troubledHours())) {
            return;
        }
        String name = Messages.text(key);
        String reading = Messages.text("rightsizing.fleet.reading", name, MoneyFormat.brief(plan.monthlyCost()),
                Formats.number(plan.troubledHours(), 1));
        double cost = money(plan.monthlyCost());
        spots.add(new Spot(atEdge
                ? Marker.atEdge(plan.troubledHours(), cost, color, name + " " + MoneyFormat.brief(plan.monthlyCost()),
                        reading)
                : Marker.named(plan.troubledHours(), cost, color, name, reading), Optional.empty()));
    }

    private static String reading(FleetStep step) {
        return Messages.text("rightsizing.fleet.step", step.workload().name(), SizeText.whole(step.from()),
                SizeText.whole(step.to()), MoneyFormat.brief(step.saving()), Formats.number(step.addedHours(), 2));
    }

    /// For the eye only.
    private static double money(Money money) {
        return money.amount().doubleValue();
    }
}
