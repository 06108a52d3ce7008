package io.plimsoll.app.screen.anomalies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// What can be done here: say what events are, see a finding's charges and SQL, copy it, save what is listed.
final class AnomaliesActions {
    private final ScreenContext context;
    private final AnomaliesModel model;
    private final FindingModel finding;
    private final Judgement judgement;

    AnomaliesActions(ScreenContext context, AnomaliesModel model, FindingModel finding, Judgement judgement) {
        this.judgement = judgement;
        this.context = context;
        this.model = model;
        this.finding = finding;
    }

    /// Puts them into the menu and the palette.
    void offer(AnomalyFiles files) {
        BooleanBinding chosen = Bindings.isNotNull(model.selectedProperty());
        for (Label label : Label.values()) {
            context.offer(Command.of("analyse.anomaly-" + label.id(),
                    Messages.text("anomalies.command.label", EventText.label(label)),
                    () -> judgement.label(label, null))
                    .enabledWhen(chosen));
        }
        BooleanBinding listed = Bindings.isNotEmpty(model.listed());
        context.offer(Command.of("analyse.anomaly-copy", Messages.text("anomalies.command.copy"), this::copy)
                .enabledWhen(chosen),
                Command.of("analyse.anomaly-unlabel", Messages.text("anomalies.command.takeBack"), judgement::takeBack)
                        .enabledWhen(chosen),
                Command.of("analyse.anomaly-undo", Messages.text("anomalies.command.undo"), judgement::undo)
                        .enabledWhen(judgement.undoableProperty()),
                Command.of("analyse.alert-budget", Messages.text("anomalies.command.budget"), this::budget),
                Command.of("analyse.anomalies-csv", Messages.text("anomalies.command.csv"), files::askCsv)
                        .enabledWhen(listed),
                Command.of("analyse.anomalies-json", Messages.text("anomalies.command.json"), files::askJson)
                        .enabledWhen(listed),
                Command.of("analyse.anomaly-days", Messages.text("anomalies.command.days"), files::askDays)
                        .enabledWhen(chosen));
    }

    /// Shows what other alert budgets would have meant.
    void budget() {
        BudgetSheet.open(context, model);
    }

    /// Opens the charges behind the finding.
    void rows(Node figure) {
        open(figure, "rows");
    }

    /// Opens the statement that gives the finding's cost day by day.
    void sql(Node figure) {
        open(figure, "sql");
    }

    private void open(Node figure, String tab) {
        FindingDetail detail = finding.detailProperty().get();
        if (detail != null) {
            Finding shown = detail.finding();
            String formula = Messages.text("anomalies.formula", MoneyFormat.exact(shown.impact()),
                    MoneyFormat.exact(shown.impact().plus(shown.expected())), MoneyFormat.exact(shown.expected()));
            context.provenance().open(figure, tab,
                    () -> new CostOrigin(context.workbench().billing()).info(FindingText.headline(shown), formula,
                            detail.rows().where(CostFilter.is("BillingCurrency", shown.impact().currency())),
                            detail.account().sql().days()));
        }
    }

    /// Opens the charges of one element of the bill.
    void cause(Node figure, Cause cause) {
        FindingDetail detail = finding.detailProperty().get();
        if (detail != null) {
            CostQuery query = detail.rows();
            for (Map.Entry<String, String> each : cause.element().entrySet()) {
                query = query.where(CostFilter.is(each.getKey(), each.getValue()));
            }
            CostQuery asked = query;
            String currency = detail.finding().impact().currency();
            String title = FindingText.elementInFull(cause.element()) + ": "
                    + MoneyFormat.change(new Money(cause.excess(), currency));
            context.provenance().open(figure, "rows",
                    () -> info(title, Messages.text("anomalies.formula.cause"), currency, asked));
        }
    }

    /// Asks the workspace; away from the FX thread.
    ProvenanceInfo info(String title, String formula, String currency, CostQuery query) {
        Billing billing = context.workbench().billing();
        CostQuery inCurrency = query.where(CostFilter.is("BillingCurrency", currency));
        String sql = billing.costs(inCurrency, Cancellation.never()).stream().map(table -> table.sql()).findFirst()
                .orElse("");
        return new CostOrigin(billing).info(title, formula, inCurrency, sql);
    }

    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// The finding in plain text, as it is told to somebody else.
    String text() {
        Anomaly shown = model.selectedProperty().get();
        if (shown == null) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add(EventText.headline(shown));
        FindingDetail known = finding.detailProperty().get();
        FindingDetail detail = known != null && known.finding().id().equals(shown.id()) ? known : null;
        lines.add(detail == null ? shown.explanation().sentence() : detail.sentence());
        if (detail != null) {
            String currency = detail.finding().impact().currency();
            detail.account().counterfactuals().forEach(each -> lines.add(each.sentence()));
            lines.add(new BridgeText(detail.bridge(), currency).sentence());
            detail.causes().forEach(each -> lines.add("- " + FindingText.elementInFull(each.element()) + ": "
                    + change(each.excess(), currency)));
            CommitRow.of(detail).stream().limit(1)
                    .forEach(each -> lines
                            .add(each.fact().shortId() + " " + each.fact().subject() + ", " + each.where()));
        }
        lines.add(Messages.text("anomalies.id", shown.id()));
        return String.join("\n", lines);
    }

    private static String change(BigDecimal amount, String currency) {
        return MoneyFormat.change(new Money(amount, currency));
    }
}
