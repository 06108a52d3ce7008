package io.plimsoll.app.screen.rightsizing;

import java.util.List;

import io.plimsoll.analysis.rightsizing.LatencyAnswer;
import io.plimsoll.analysis.rightsizing.LatencyModel;
import io.plimsoll.analysis.rightsizing.NodeEffect;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.Savings;
import io.plimsoll.analysis.rightsizing.SpotEffect;
import io.plimsoll.analysis.rightsizing.WhatIf;
import io.plimsoll.analysis.rightsizing.WhatIfAnswer;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// The words of an answer for pods.
///
/// @param answer  of the replay, the bill and the nodes
/// @param latency of the requests
record PodAnswer(WhatIfAnswer answer, LatencyAnswer latency) {
    static final List<String> ROWS = List.of("cost", "list", "cash", "above", "throttled", "kills", "slack", "nodes",
            "latency");

    static PodAnswer of(WhatIf whatIf, LatencyModel latency, WhatIfInput input) {
        return new PodAnswer(whatIf.answer(input), latency.answer(input));
    }

    void show(AnswerGrid grid, boolean priced, PodAnswer now) {
        ReplayResult then = answer.replay();
        ReplayResult before = now.answer.replay();
        grid.line("cost", priced ? MoneyFormat.brief(now.answer.monthlyCost()) : Formats.NONE,
                priced ? MoneyFormat.brief(answer.monthlyCost()) : Formats.NONE, spotNote());
        Savings savings = answer.savings();
        grid.line("list", "", savings == null ? Formats.NONE : MoneyFormat.brief(savings.list()), "");
        grid.line("cash", "", savings == null ? Formats.NONE : MoneyFormat.brief(savings.cash()),
                savings == null || savings.cashFrom() == null ? "" : DateFormats.day(savings.cashFrom()));
        grid.line("above", percent(before.violationShare()), percent(then.violationShare()),
                range(answer.violationLow(), answer.violationHigh()));
        grid.line("throttled", percent(before.throttledShare()), percent(then.throttledShare()), "");
        grid.line("kills", SizeText.kills(before), SizeText.kills(then),
                Messages.text("rightsizing.seen", then.oomKills()));
        grid.line("slack", slack(before), slack(then), "");
        NodeEffect nodes = answer.nodes();
        grid.line("nodes", nodes == null ? Formats.NONE : Formats.count(nodes.now().nodes()),
                nodes == null ? Formats.NONE : Formats.count(nodes.then().nodes()),
                nodes == null ? "" : Messages.text("rightsizing.span", nodes.low(), nodes.high()));
        boolean any = !latency.measured().isEmpty();
        grid.line("latency", any ? seconds(now.latency) : "", any ? seconds(latency) : Formats.NONE,
                latency.known()
                        ? SizeText.seconds(latency.low()) + "\u2013" + SizeText.seconds(latency.high())
                        : Messages.text(any ? "rightsizing.latencyNotSeen" : "rightsizing.latencyNone"));
    }

    /// What is behind the figures, in sentences, for those who point at them.
    String notes() {
        StringBuilder text = new StringBuilder(latency.sentence());
        Savings savings = answer.savings();
        if (savings != null) {
            savings.notes().forEach(each -> text.append('\n').append(each));
            if (savings.cashFrom() != null) {
                text.append('\n')
                        .append(Messages.text("rightsizing.cashFrom", DateFormats.dayAndYear(savings.cashFrom())));
            }
        }
        NodeEffect nodes = answer.nodes();
        if (nodes != null) {
            text.append('\n').append(nodes.removal().sentence());
            nodes.notes().forEach(each -> text.append('\n').append(each));
        }
        SpotEffect spot = answer.spot();
        if (spot != null) {
            spot.objections().forEach(each -> text.append('\n').append(each.sentence()));
        }
        return text.toString();
    }

    private String spotNote() {
        SpotEffect spot = answer.spot();
        return spot == null
                ? ""
                : Messages.text("rightsizing.interruptions", Formats.number(spot.interruptions(), 1));
    }

    private static String slack(ReplayResult replay) {
        return Formats.number(100 * replay.cpuSlack(), 0) + "\u00b7" + Formats.percent(replay.memorySlack(), 0);
    }

    private static String seconds(LatencyAnswer answer) {
        return answer.known() ? SizeText.seconds(answer.seconds()) : Formats.NONE;
    }

    private static String percent(double share) {
        return Formats.percent(share, 1);
    }

    private static String range(double low, double high) {
        return Double.isNaN(low) ? "" : Formats.number(100 * low, 1) + "\u2013" + Formats.percent(high, 1);
    }
}
