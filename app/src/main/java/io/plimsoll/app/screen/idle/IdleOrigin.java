package io.plimsoll.app.screen.idle;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.IdleReport;
import io.plimsoll.analysis.rightsizing.IdleResources;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Says where a finding and their total come from.
final class IdleOrigin {
    private IdleOrigin() {
    }

    /// A finding with its charges; asks the workspace, so away from the FX thread.
    static ProvenanceInfo of(Workbench workbench, IdleReport report, IdleFinding finding) {
        String title = Messages.text("idle.originTitle", finding.name(), IdleText.kind(finding.kind()),
                finding.cost().map(MoneyFormat::exact).orElse(Messages.text("idle.costUnknown")));
        String formula = finding.evidence() + "\n\n" + finding.remedy() + "\n\n" + Messages.text("idle.scaled")
                + "\n\n" + rules();
        CostQuery query = charges(finding, report.period());
        return query == null
                ? new ProvenanceInfo(title, formula, "", null, List.of())
                : new CostOrigin(workbench.billing()).info(title, formula, query,
                        workbench.billing().sql(query.per(CostQuery.Grain.DAY)));
    }

    /// The total of each currency, with what it adds.
    static ProvenanceInfo total(IdleReport report) {
        Days period = report.period();
        List<List<String>> rows = report.findings().stream().map(each -> List.of(IdleText.kind(each.kind()),
                each.resourceId(), each.cost().map(MoneyFormat::exact).orElse(""),
                IdleText.certainty(each.certainty()))).toList();
        return new ProvenanceInfo(
                Messages.text("idle.totalTitle", IdleText.sums(report.monthlyCost()),
                        period == null ? "" : DateFormats.span(period)),
                Messages.text("idle.totalFormula") + "\n\n" + Messages.text("idle.scaled") + "\n\n" + rules(), "",
                new ProvenanceInfo.Rows(
                        List.of(Messages.text("idle.kind"), Messages.text("idle.resource"), Messages.text("idle.cost"),
                                Messages.text("idle.certainty")),
                        List.of(2), (request, cancellation) -> Page.of(rows, request)),
                List.of());
    }

    /// Null where what was found is no single resource of the bill: a group of nodes, the GPUs of a workload.
    private static @Nullable CostQuery charges(IdleFinding finding, @Nullable Days period) {
        if (period == null || finding.kind() == IdleKind.EMPTY_NODE_GROUP || finding.kind() == IdleKind.IDLE_GPU) {
            return null;
        }
        CostQuery all = CostQuery.by(CostMetric.EFFECTIVE).within(period.from(), period.to());
        return finding.kind() == IdleKind.UNUSED_COMMITMENT
                ? all.where(CostFilter.is("CommitmentDiscountId", finding.resourceId()))
                        .where(CostFilter.is("CommitmentDiscountStatus", "Unused"))
                : all.where(CostFilter.is("ResourceId", finding.resourceId()));
    }

    private static String rules() {
        return IdleResources.explanations().stream().map(each -> "\u2022 " + each).collect(Collectors.joining("\n"));
    }
}
