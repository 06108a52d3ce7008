package io.plimsoll.app.screen.repository;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.JoinRules;
import io.plimsoll.analysis.workload.RuleMatch;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// The rules by which names are joined, and what is done to them. On the FX thread.
final class RulesModel {
    /// Beyond the end of the order: a new rule is tried last of the user's.
    private static final int LAST = Integer.MAX_VALUE;

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable List<RuleRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows");

    RulesModel(ScreenContext context) {
        this.context = context;
    }

    /// Null until they were read.
    ReadOnlyObjectProperty<@Nullable List<RuleRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    void refresh() {
        Workbench workbench = context.workbench();
        context.tasks().latest(List.of(this, "rules"), Messages.text("repo.rules.reading"),
                (progress, cancellation) -> RuleRow.of(workbench.ruleMatches(cancellation), Workloads.rules().stream()
                        .filter(each -> each != IdentityRule.PIN && each != IdentityRule.OWN_RULE).toList(),
                        workbench.workloads().joinRules().off(),
                        workbench.workloadMap(cancellation).coverage().machines()),
                rows::set);
    }

    /// What a rule would match; nothing is saved. Of several questions only the last is answered.
    void preview(JoinRule rule, Consumer<RuleMatch> onDone, Consumer<Failure> onRefused) {
        String title = Messages.text("repo.rules.trying");
        context.tasks().latest(List.of(this, "preview"), title,
                (progress, cancellation) -> context.workbench().ruleMatch(rule, cancellation), onDone,
                thrown -> onRefused.accept(Failure.of(title, thrown)));
    }

    void turn(RuleRow row, boolean on) {
        change(rules -> {
            JoinRule own = row.own();
            IdentityRule built = row.built();
            if (own != null) {
                rules.turn(own.id(), on);
            } else if (built != null) {
                rules.turn(built, on);
            }
        });
    }

    /// Adds a rule without an id, else puts it in the place of the one that has its id.
    void save(JoinRule rule) {
        change(rules -> {
            if (rule.id() == 0) {
                rules.add(rule, LAST);
            } else {
                rules.replace(rule);
            }
        });
    }

    void remove(JoinRule rule) {
        change(rules -> rules.remove(rule.id()));
    }

    /// Rules change what every screen knows of workloads. A refusal leaves all as it was, so the list is read anew.
    private void change(Consumer<JoinRules> action) {
        String title = Messages.text("repo.rules.saving");
        context.tasks().inTurn(List.of(this, "change"), title, (progress, cancellation) -> {
            action.accept(context.workbench().workloads().joinRules());
            return true;
        }, done -> {
            context.dataChanged();
            refresh();
        }, thrown -> {
            context.tasks().report(title, thrown);
            refresh();
        }, this::refresh);
    }
}
