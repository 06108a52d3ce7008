package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.plimsoll.analysis.anomaly.daily.AlertPlan;
import io.plimsoll.analysis.anomaly.daily.Candidate;
import io.plimsoll.analysis.anomaly.daily.Candidates;
import io.plimsoll.analysis.anomaly.daily.EpisodeWriter;
import io.plimsoll.analysis.anomaly.daily.Gates;
import io.plimsoll.analysis.anomaly.daily.Judgement;
import io.plimsoll.analysis.anomaly.daily.MoneyGate;
import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;

/// The detector of daily cost.
///
/// Level, weekday and month-position effects on a logarithmic scale, robust and from earlier days only; a day, the mean of three
/// or six days, or the slow change of a month counts when it lies beyond a gate that is calibrated on its own past. An event is
/// alerted once, on the first complete day on which it is also worth the money.
public final class CostDetector implements Detector {
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.number("gate-day", "Gate for one day", "Robust standard deviations.", 5.4, 2, 50),
            Parameter.number("gate-days", "Gate for some days", "For means of 3 and 6 days, in their own deviations.",
                    6,
                    2, 50),
            Parameter.number("gate-slow", "Gate for slow change", "For the change of a month, in its own deviations.",
                    5, 2, 50),
            Parameter.number("floor", "Smallest noise", "Share of cost that always counts as noise.", 0.02, 0.001, 1),
            Parameter.whole("history", "History", "Days that must be known before anything is judged.", 21, 10, 365),
            Parameter.whole("settle", "New normal after", "Days after which a new level becomes the baseline.", 3, 2,
                    30),
            Parameter.whole("cool-down", "Silence after an alert", "Days without a second alert for one series.", 7, 0,
                    60),
            Parameter.number("min-money", "Smallest impact", "In the currency of the series, since the first day.", 10,
                    0, 1e12),
            Parameter.number("min-percent", "Smallest relative impact", "Percent of what was expected.", 10, 0, 1000),
            Parameter.whole("immature", "Incomplete days", "Last days that are shown but never alerted.", 3, 0, 30),
            Parameter.whole("longest", "Longest episode", "Days after which a lasting change is no longer counted.", 90,
                    7, 3650));

    @Override
    public String id() {
        return "daily-cost";
    }

    @Override
    public String title() {
        return "Daily cost";
    }

    @Override
    public String description() {
        return "Expects level, weekday and day of the month from earlier days and measures every distance in the "
                + "spread that the series showed before. Needs three weeks of history; a first month-end batch "
                + "looks like a spike to it, the second no longer does.";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Detected detect(CostSeries series, Parameters parameters, Cancellation cancellation) {
        int until = Math.max(0, series.length() - (int) parameters.whole("immature"));
        Gates gates = new Gates(parameters.number("gate-day"), parameters.number("gate-days"),
                parameters.number("gate-slow"), parameters.number("floor"), (int) parameters.whole("history"),
                (int) parameters.whole("settle"));
        Candidates candidates = new Candidates(series, until, gates);
        List<Candidate> found = new ArrayList<>();
        Judgement judgement = candidates.find(found, cancellation);
        MoneyGate gate = new MoneyGate(new BigDecimal(parameters.text("min-money")), parameters.number("min-percent"));
        List<AlertPlan.Alert> alerts = new AlertPlan(series, gate, until, (int) parameters.whole("cool-down"))
                .of(found, (int) parameters.whole("longest"));
        EpisodeWriter writer = new EpisodeWriter(series, candidates, judgement, gates, gate, until);
        List<Episode> episodes = new ArrayList<>();
        AnomalyKind[] kinds = new AnomalyKind[series.length()];
        boolean[] alerted = new boolean[series.length()];
        for (AlertPlan.Alert alert : alerts) {
            Episode episode = writer.episode(alert.event());
            episodes.add(episode);
            alerted[alert.day()] = true;
            writer.mark(alert.event(), episode.kind(), kinds);
        }
        Episode early = writer.provisional(alerts);
        if (early != null) {
            episodes.add(early);
        }
        episodes.sort(Comparator.comparing(Episode::start));
        return new Detected(writer.days(alerted, kinds), episodes);
    }
}
