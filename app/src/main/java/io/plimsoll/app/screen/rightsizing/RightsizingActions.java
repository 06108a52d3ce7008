package io.plimsoll.app.screen.rightsizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.BilledCost;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.SizeKnob;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.changes.AddToChanges;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// What can be done with an advice. On the FX thread.
final class RightsizingActions {
    private static final String REPOSITORY = "repository";

    private final ScreenContext context;

    RightsizingActions(ScreenContext context) {
        this.context = context;
    }

    /// Puts the edits of a size into the change set and shows it there.
    void propose(WorkloadAdvice advice, Size size) {
        AddToChanges.add(context, advice.workload(), size, saving(advice, size));
    }

    /// By rates with which the present size costs exactly what is billed; null without a bill, and for a GPU, whose price is not that
    /// of cores and memory.
    static Evidence.@Nullable Saving saving(WorkloadAdvice advice, Size size) {
        Money now = advice.monthlyNow();
        Advice pods = advice.advice();
        return now == null || pods == null || pods.codes().contains(Refusal.GPU_BOUND)
                ? null
                : ResourceRates.billed(pods.current(), now)
                        .map(rates -> new Evidence.Saving(now.minus(rates.monthly(size)), null, null)).orElse(null);
    }

    /// Shows the manifest in the repository screen; without that screen its place goes to the clipboard.
    void openManifest(WorkloadAdvice advice) {
        place(advice).ifPresent(knob -> {
            if (has(REPOSITORY)) {
                context.show(REPOSITORY, knob.place());
                return;
            }
            ClipboardContent content = new ClipboardContent();
            content.putString(knob.place());
            Clipboard.getSystemClipboard().setContent(content);
            context.notice(Messages.text("rightsizing.copied", knob.place()));
        });
    }

    private boolean has(String screen) {
        return context.commands().find("view." + screen).isPresent();
    }

    /// The knob that stands for the manifest: the first that has a line.
    static Optional<SizeKnob> place(WorkloadAdvice advice) {
        return advice.knobs().stream().filter(each -> each.line() > 0).findFirst();
    }

    void explain(Node owner, WorkloadAdvice advice) {
        context.provenance().open(owner, () -> info(advice));
    }

    /// Opens whether a size will be exceeded tomorrow; it is learned when it is first asked for.
    void tomorrow(Node owner, WorkloadAdvice advice, Size size) {
        context.provenance().open(owner, "formula", (progress, cancellation) -> Tomorrow
                .ask(context.workbench().rightsizing().outlook(), advice, size, progress, cancellation)
                .info(advice.workload().title()));
    }

    /// Formula of the money, the rule, all that speaks against it, and the places in Git.
    static ProvenanceInfo info(WorkloadAdvice advice) {
        List<List<String>> rows = new ArrayList<>();
        advice.objections()
                .forEach(each -> rows.add(List.of(each.grade().name(), each.code().name(), each.sentence())));
        advice.reasons().forEach(each -> rows.add(List.of("", Messages.text("rightsizing.reason"), each)));
        advice.knobs().forEach(each -> rows.add(List.of("", each.knob().field(),
                each.knob().value() + "  " + each.place()
                        + (each.knob().editable() ? "" : "  " + each.knob().reason()))));
        List<String> columns = List.of(Messages.text("rightsizing.grade"), Messages.text("rightsizing.what"),
                Messages.text("rightsizing.why"));
        return new ProvenanceInfo(title(advice), formula(advice), "",
                new ProvenanceInfo.Rows(columns, List.of(), (request, cancellation) -> Page.of(rows, request)),
                List.of());
    }

    private static String title(WorkloadAdvice advice) {
        return advice.workload().title() + ": " + SizeText.now(advice) + " \u2192 " + SizeText.proposed(advice);
    }

    private static String formula(WorkloadAdvice advice) {
        List<String> lines = new ArrayList<>();
        BilledCost cost = advice.cost();
        if (cost != null && advice.monthlyNow() != null) {
            lines.add(Messages.text("rightsizing.formulaNow", cost.formula(), MoneyFormat.exact(advice.monthlyNow())));
        }
        if (advice.monthlyThen() != null) {
            lines.add(Messages.text("rightsizing.formulaThen", MoneyFormat.exact(advice.monthlyThen())));
        }
        Advice pods = advice.advice();
        if (pods != null) {
            Strategy strategy = Strategies.named(pods.strategy());
            lines.add(strategy.title() + ": " + strategy.explanation() + " " + strategy.source() + ".");
            lines.add(Messages.text("rightsizing.headroom"));
        } else {
            lines.add(Messages.text("rightsizing.machineRule"));
        }
        list(lines, "rightsizing.againstList", advice.objections().stream()
                .map(each -> each.grade() + " " + RiskPill.word(each.code()) + ": " + each.sentence()).toList());
        list(lines, "rightsizing.factsList", advice.reasons());
        return lines.stream().collect(Collectors.joining("\n"));
    }

    /// Whole sentences, one below the other; a cell of the table of rows shows only their beginning.
    private static void list(List<String> lines, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            lines.add("");
            lines.add(Messages.text(title));
            sentences.forEach(each -> lines.add("\u2022 " + each));
        }
    }
}
