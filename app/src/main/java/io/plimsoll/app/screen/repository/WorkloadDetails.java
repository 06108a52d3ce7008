package io.plimsoll.app.screen.repository;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Evidence;
import io.plimsoll.analysis.workload.Pin;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// Why bill, telemetry and document are taken for one workload: the evidence by strength, candidates that could be pinned, and pins.
final class WorkloadDetails {
    private static final int MOST = 60;

    private WorkloadDetails() {
    }

    static Node of(WorkloadRow row, RepositoryModel model, RepositoryActions actions) {
        Details details = new Details().head(row.whole(), RepositoryTables.state(row.state()),
                RepositoryTables.tone(row.state()));
        details.text(Messages.text("repo.state." + row.state().name().toLowerCase(Locale.ROOT) + ".hint"));
        Workload workload = row.workload();
        DeclaredWorkload declared = workload == null ? null : workload.manifest();
        if (declared != null) {
            details.dim(Messages.text("repo.declaredAs", declared.how())).mono(row.file());
        }
        if (!row.evidence().isEmpty()) {
            details.node(Details.words(Messages.text("repo.evidenceRanked"), "pl-strong"));
            row.evidence().stream().limit(MOST).forEach(each -> details.node(evidence(each, row, actions)));
        }
        row.pins().forEach(pin -> details.node(pin(pin, actions)));
        if (row.item() != null) {
            details.button("repository-pin", Messages.text("repo.pinTo"), () -> actions.pinElsewhere(row));
        }
        if (!row.files().isEmpty()) {
            details.button("repository-history", Messages.text("repo.showHistory"), () -> model.showHistory(row));
            details.button("repository-copy", Messages.text("repo.copyPath"), () -> actions.copy(row.file()));
        }
        return details.done();
    }

    private static Node evidence(Evidence each, WorkloadRow row, RepositoryActions actions) {
        Label text = Details.words(side(each.side()) + " \u00b7 " + each.text(), each.taken() ? "" : "pl-dim");
        Label score = Details.words(score(each), "pl-card-hint");
        score.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(6, text, score);
        line.setAlignment(Pos.CENTER_LEFT);
        Workload workload = row.workload();
        if (!each.taken() && workload != null) {
            Button pin = new Button(Messages.text("repo.pin"));
            pin.setMinWidth(Region.USE_PREF_SIZE);
            pin.getStyleClass().add("pl-link");
            pin.setOnAction(event -> actions.pin(each.side(), each.item(), workload.key()));
            line.getChildren().add(pin);
        }
        return line;
    }

    private static Node pin(Pin pin, RepositoryActions actions) {
        Label text = Details.words(Messages.text("repo.pinned", side(pin.side()), pin.item()), "");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Tone.ACCENT.on(text);
        Button unpin = new Button(Messages.text("repo.unpin"));
        unpin.setMinWidth(Region.USE_PREF_SIZE);
        unpin.getStyleClass().add("pl-link");
        unpin.setOnAction(event -> actions.unpin(pin));
        HBox line = new HBox(6, text, unpin);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String score(Evidence each) {
        String title = each.rule().title();
        return each.text().startsWith(title)
                ? String.format(Locale.ROOT, "%.2f", each.rule().score())
                : title + String.format(Locale.ROOT, " %.2f", each.rule().score());
    }

    private static String side(Side side) {
        return Messages.text("repo.side." + side.name().toLowerCase(Locale.ROOT));
    }
}
