package io.plimsoll.app.screen.rightsizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.plimsoll.analysis.rightsizing.Frontier;
import io.plimsoll.analysis.rightsizing.FrontierMark;
import io.plimsoll.analysis.rightsizing.FrontierPoint;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.app.chart.Axis;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Marker;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Money against risk as a chart: stairs of the sizes that none beats, and today's, the proposed and each strategy's beside them.
///
/// @param sizes of the chart's markers, in their order
record FrontierChart(ChartSpec spec, List<Size> sizes) {
    /// Troubled hours a month to which the chart reaches at least: a tenth of the time.
    static final double REACH = 73;

    private record Spot(Marker marker, Size size) {}

    static FrontierChart of(WorkloadModel.TradeOff tradeOff) {
        Frontier frontier = tradeOff.frontier();
        List<FrontierMark> marks = frontier.marks().stream()
                .filter(each -> Double.isFinite(each.point().troubledHours())).toList();
        double reach = Math.max(REACH, marks.stream().filter(each -> each.kind() != FrontierMark.Kind.NOW)
                .mapToDouble(each -> each.point().troubledHours()).max().orElse(0));
        List<FrontierPoint> points = frontier.points().stream().filter(each -> each.troubledHours() <= reach).toList();
        List<Spot> spots = new ArrayList<>();
        points.forEach(each -> spots.add(new Spot(Marker.point(each.troubledHours(), money(each), ChartColor.C1,
                Messages.text("rightsizing.frontier.best", SizeText.whole(each.size()))), each.size())));
        marks.forEach(each -> spots.add(new Spot(marker(each, frontier.priced()), each.point().size())));
        spots.sort(Comparator.comparingDouble(each -> each.marker().x()));
        ChartSpec.Builder spec = ChartSpec.scatter(
                tradeOff.advice().workload().title() + ", " + Messages.text("rightsizing.shown.frontier"))
                .x(Axis.roots(" h")).y(frontier.priced() ? Axis.money(currency(frontier)) : Axis.number(""))
                .add(Series.of(Messages.text("rightsizing.shown.frontier"),
                        points.stream().mapToDouble(FrontierPoint::troubledHours).toArray(),
                        points.stream().mapToDouble(FrontierChart::money).toArray(), ChartColor.C1).withWidth(1.2));
        spots.forEach(each -> spec.add(each.marker()));
        return new FrontierChart(spec.build(), spots.stream().map(Spot::size).toList());
    }

    /// What is set now may cost many times what all others do; it must not squeeze them together.
    private static Marker marker(FrontierMark mark, boolean priced) {
        String name = switch (mark.kind()) {
            case NOW -> Messages.text("rightsizing.frontier.now");
            case PROPOSED -> Messages.text("rightsizing.proposedLine");
            case STRATEGY -> Strategies.named(mark.name()).title();
        };
        ChartColor color = switch (mark.kind()) {
            case NOW -> ChartColor.INK2;
            case PROPOSED -> ChartColor.GOOD;
            case STRATEGY -> ChartColor.C2;
        };
        if (mark.kind() == FrontierMark.Kind.NOW) {
            return Marker.atEdge(mark.point().troubledHours(), money(mark.point()), color,
                    priced ? name + " " + MoneyFormat.brief(mark.point().monthlyCost()) : name,
                    name + ": " + SizeText.whole(mark.point().size()));
        }
        return Marker.named(mark.point().troubledHours(), money(mark.point()), color, name,
                name + ": " + SizeText.whole(mark.point().size()));
    }

    private static String currency(Frontier frontier) {
        return frontier.marks().getFirst().point().monthlyCost().currency();
    }

    /// For the eye only.
    static double money(FrontierPoint point) {
        return point.monthlyCost().amount().doubleValue();
    }
}
