package io.plimsoll.app.screen.idle;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleReport;
import io.plimsoll.analysis.rightsizing.UndecidedResources;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.FileDialog;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// What is paid for and does nothing, one of it in full, and what can't be told.
public final class IdleView extends StackPane {
    private static final double SIDE = 350;
    private static final double LEAST_SIDE = 270;
    private static final double LEAST_LIST = 700;

    private final ScreenContext context;
    private final IdleModel model;
    private final PagedTable<IdleFinding> rows;
    private final IdleDetails details;
    private final Hyperlink total = new Hyperlink();
    private final Card list;
    private final VBox undecidedLines = new VBox(8);
    private final Card undecided = new Card(Messages.text("idle.undecided"), "", undecidedLines);
    private final Region page;

    public IdleView(ScreenContext context) {
        this(context, new IdleModel(context));
    }

    IdleView(ScreenContext context, IdleModel model) {
        this.context = context;
        this.model = model;
        this.rows = IdleTable.of(context);
        this.details = new IdleDetails(this::explain);
        setId("idle");
        total.setId("idle-total");
        total.getStyleClass().addAll("pl-strong", "pl-good");
        total.setOnAction(event -> explainTotal());
        Button export = new Button(Messages.text("idle.export"));
        export.setId("idle-export");
        export.setOnAction(event -> export());
        this.list = new Card("", "", filters(), rows).flush().withActions(total, export);
        Sheet side = new Sheet();
        side.setStyle("-fx-padding: 0");
        side.fill(new Card(Messages.text("idle.chosen"), "", details)).add(undecided);
        this.page = new Sheet().fill(Sheet.beside(list, LEAST_LIST, side, LEAST_SIDE, SIDE));
        getChildren().add(EmptyState.loading());
        context.offer(Command.of("analyse.idleCsv", Messages.text("idle.command.export"), this::export)
                .enabledWhen(Bindings.createBooleanBinding(() -> model.reportProperty().get() != null,
                        model.reportProperty())));
        rows.selectedProperty().addListener((property, before, now) -> details.show(now));
        rows.totalProperty().addListener((property, before, now) -> {
            if (now.longValue() > 0) {
                rows.select(0);
            }
        });
        model.reportProperty().addListener((property, before, now) -> show(now));
        model.sureProperty().addListener((property, before, now) -> list());
        model.searchProperty().addListener((property, before, now) -> list());
        context.follow(this, model::refresh);
    }

    private HBox filters() {
        TextField search = new TextField();
        search.setId("idle-search");
        search.setPromptText(Messages.text("idle.search"));
        search.setMinWidth(80);
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        Segments<IdleModel.Sure> sure = new Segments<>(List.of(IdleModel.Sure.values()), IdleModel.Sure::title);
        sure.setId("idle-sure");
        sure.valueProperty().bindBidirectional(model.sureProperty());
        HBox filters = new HBox(8, search, sure);
        filters.getStyleClass().add("pl-card-row");
        return filters;
    }

    private void show(@Nullable IdleReport report) {
        if (report == null) {
            return;
        }
        Days period = report.period();
        if (period == null) {
            getChildren().setAll(EmptyState.of(Messages.text("idle.nothing"), Messages.text("idle.nothingHint")));
            return;
        }
        list.setTitle(Messages.text("idle.count", Formats.count(report.findings().size())));
        list.setHint(DateFormats.span(period));
        total.setText(Messages.text("idle.total", IdleText.sums(report.monthlyCost())));
        total.setVisible(!report.monthlyCost().isEmpty());
        undecidedLines.getChildren().setAll(report.undecided().stream().map(IdleView::line).toList());
        undecided.setVisible(!report.undecided().isEmpty());
        undecided.setManaged(!report.undecided().isEmpty());
        getChildren().setAll(page);
        list();
    }

    private static Node line(UndecidedResources each) {
        Label head = new Label(IdleText.undecided(each));
        head.getStyleClass().add("pl-medium");
        Label reason = new Label(each.reason());
        reason.getStyleClass().addAll("pl-dim", "pl-small");
        for (Label label : List.of(head, reason)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        return new VBox(2, head, reason);
    }

    private void list() {
        IdleReport report = model.reportProperty().get();
        boolean clean = report != null && report.findings().isEmpty();
        rows.setEmptyState(EmptyState.of(Messages.text(clean ? "idle.clean" : "idle.none"),
                Messages.text(clean ? "idle.cleanHint" : "idle.noneHint")));
        List<IdleFinding> listed = model.listed();
        details.show(null);
        rows.show((request, cancellation) -> IdleModel.page(listed, request));
    }

    private void explain(Node owner, IdleFinding finding) {
        IdleReport report = model.reportProperty().get();
        if (report != null) {
            context.provenance().open(owner, "rows", () -> IdleOrigin.of(context.workbench(), report, finding));
        }
    }

    private void explainTotal() {
        IdleReport report = model.reportProperty().get();
        if (report != null) {
            context.provenance().open(total, () -> IdleOrigin.total(report));
        }
    }

    private void export() {
        new FileDialog(this).save("idle.command.export", "idle.csv", model::export);
    }
}
