package io.plimsoll.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.change.Committed;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.report.CaseReport;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;

/// Gathers what a report tells from every area.
public final class CaseReports {
    private final Workbench workbench;

    public CaseReports(Workbench workbench) {
        this.workbench = workbench;
    }

    /// Writes the page, whole or not at all.
    ///
    /// @param preview the change it tells of, or null
    /// @param commit  that was made of it, or null
    /// @param saving  expected of it, or null
    /// @throws StepFailure NO_BILL, WRITE_FAILED
    public void write(Path file, String title, @Nullable Preview preview, @Nullable Committed commit,
            @Nullable Money saving,
            Progress progress, Cancellation cancellation) {
        Billing billing = workbench.billing();
        BillingSpan span = billing.span()
                .orElseThrow(() -> StepFailure.badInput("NO_BILL", "The workspace holds no bill.",
                        "Load one: plimsoll import FILE"));
        List<FindingDetail> findings = new ArrayList<>();
        for (Finding finding : workbench.anomalies().findings(progress, cancellation)) {
            findings.add(workbench.anomalies().explain(finding.id(), progress, cancellation));
        }
        CaseReport.write(file, new CaseReport.Contents(title,
                billing.costs(CostQuery.by(CostMetric.BILLED).per(CostQuery.Grain.MONTH), cancellation),
                billing.costs(CostQuery.by(CostMetric.EFFECTIVE, "ServiceName"), cancellation),
                billing.daily(CostQuery.by(CostMetric.EFFECTIVE).onlyUsage(), cancellation), span.lastComplete(),
                findings,
                workbench.rightsizing().advise(AdviceQuery.all(), progress, cancellation),
                workbench.workloadMap(cancellation).coverage(), preview, commit, saving, workbench.ledger().verify(),
                workbench.repository().gone().map(StepFailure::message).orElse("")));
    }
}
