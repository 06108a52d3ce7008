package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Chip;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// The list of workloads at the left: search, strategy, filter and the table.
final class WorkloadsCard {
    private static final double ROW = 45;
    private static final double ONE_LINE = 370;
    /// From here on there is room for the risks beside the strategy.
    private static final double WIDE = 560;
    /// Columns that need more than the narrowest list, with the width from which they are shown.
    private static final Map<String, Double> ROOM = Map.of("proposed", 370.0, "now", 478.0, "risk", 570.0, "grade",
            570.0);

    private final RightsizingModel model;
    private final PagedTable<WorkloadAdvice> table;
    private final Label total = new Label();
    private final Chip strategy = new Chip(this::openStrategies);
    private final TextField search = new TextField();
    private final Segments<RightsizingModel.Which> which = new Segments<>(List.of(RightsizingModel.Which.values()),
            RightsizingModel.Which::title);
    private final Chip code = new Chip(this::openCodes);
    private final RisksChip risks;
    private final Card card;
    private final VBox filters = new VBox(8);
    private final HBox chosen = new HBox(8);
    private boolean filling;
    private int rows;

    WorkloadsCard(ScreenContext context, RightsizingModel model) {
        this.model = model;
        this.risks = new RisksChip(model);
        this.table = new PagedTable<>(context.tasks(), Messages.text("screen.rightsizing"), List.of(
                Column.<WorkloadAdvice>node("workload", Messages.text("rightsizing.workload"), 144,
                        each -> each.workload().title(), WorkloadsCard::name).unsortable(),
                Column.<WorkloadAdvice>text("now", Messages.text("rightsizing.now"), 108, SizeText::now).unsortable(),
                Column.<WorkloadAdvice>text("proposed", Messages.text("rightsizing.proposed"), 130,
                        each -> each.keeps() ? Messages.text("rightsizing.keep") : SizeText.proposed(each))
                        .unsortable(),
                Column.<WorkloadAdvice>number("saves", Messages.text("rightsizing.saves"), 60, WorkloadsCard::saving)
                        .unsortable(),
                Column.<WorkloadAdvice>node("risk", Messages.text("rightsizing.risk"), 92, RiskPill::text, RiskPill::of)
                        .unsortable(),
                Column.<WorkloadAdvice>text("grade", "", 22, each -> each.grade().name()).unsortable()));
        TableView<?> view = table.view();
        view.setId("rightsizing-workloads");
        view.setFixedCellSize(ROW);
        table.setEmptyState(EmptyState.of(Messages.text("rightsizing.none"), Messages.text("rightsizing.noneHint")));
        total.setId("rightsizing-total");
        total.getStyleClass().addAll("pl-strong", "pl-good");
        total.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        makeFilters();
        this.card = new Card("", "", filters, table).flush().withActions(chosen, total);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.selectedProperty().addListener((property, before, now) -> {
            if (now != null && !filling) {
                model.selectedProperty().set(now);
            }
        });
        model.listedProperty().addListener((property, before, now) -> fill());
        model.selectedProperty().addListener((property, before, now) -> showSelection());
        model.strategyProperty().addListener((property, before, now) -> showStrategy());
        model.codeProperty().addListener((property, before, now) -> showCode());
        code.setId("rightsizing-code");
        showStrategy();
        showCode();
    }

    Card card() {
        return card;
    }

    /// Makes it so wide, with the columns that there is room for.
    void setWidth(double width) {
        card.setMinWidth(width);
        card.setMaxWidth(width);
        table.view().getColumns()
                .forEach(column -> column.setVisible(width >= ROOM.getOrDefault(column.getId(), 0.0)));
        int wanted = width >= WIDE ? 1 : width >= ONE_LINE ? 2 : 4;
        if (rows != wanted) {
            rows = wanted;
            arrangeFilters();
        }
    }

    private void arrangeFilters() {
        filters.getChildren().clear();
        chosen.getChildren().clear();
        if (rows == 1) {
            chosen.getChildren().addAll(strategy, risks.chip());
            filters.getChildren().add(line(search, code, which));
        } else if (rows == 2) {
            chosen.getChildren().add(strategy);
            filters.getChildren().addAll(line(search, code, which), line(risks.chip()));
        } else {
            filters.getChildren().addAll(line(search, strategy), line(which), line(code), line(risks.chip()));
        }
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void makeFilters() {
        search.setId("rightsizing-search");
        search.setPromptText(Messages.text("rightsizing.search"));
        search.setMinWidth(0);
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        which.setId("rightsizing-which");
        which.valueProperty().bindBidirectional(model.whichProperty());
        filters.getStyleClass().add("pl-card-row");
        strategy.setId("rightsizing-strategy");
    }

    private void fill() {
        List<WorkloadAdvice> rows = model.listedProperty().get();
        card.setTitle(Messages.text("rightsizing.count", Formats.count(rows.size())));
        total.setText(model.total().map(each -> MoneyFormat.brief(each) + " /mo").orElse(""));
        filling = true;
        table.show((request, cancellation) -> Page.of(rows, request));
        filling = false;
        showSelection();
    }

    private void showSelection() {
        WorkloadAdvice selected = model.selectedProperty().get();
        List<WorkloadAdvice> rows = model.listedProperty().get();
        int index = selected == null
                ? -1
                : rows.stream().map(each -> each.workload().key()).toList().indexOf(selected.workload().key());
        if (index >= 0 && table.view().getSelectionModel().getSelectedIndex() != index) {
            table.select(index);
        }
    }

    private void openStrategies() {
        ContextMenu menu = new ContextMenu();
        for (Strategy each : Strategies.all()) {
            MenuItem item = new MenuItem(each.title());
            item.setOnAction(event -> model.strategyProperty().set(each));
            menu.getItems().add(item);
        }
        menu.show(strategy, Side.BOTTOM, 0, 4);
    }

    /// Codes that the listed workloads have, with how many have each.
    private void openCodes() {
        ContextMenu menu = new ContextMenu();
        MenuItem any = new MenuItem(Messages.text("rightsizing.anyCode"));
        any.setOnAction(event -> model.codeProperty().set(null));
        menu.getItems().add(any);
        model.codes().forEach((each, count) -> {
            MenuItem item = new MenuItem(RiskPill.word(each) + "  (" + Formats.count(count) + ")");
            item.setOnAction(event -> model.codeProperty().set(each));
            menu.getItems().add(item);
        });
        menu.show(code, Side.BOTTOM, 0, 4);
    }

    private void showCode() {
        Refusal chosen = model.codeProperty().get();
        code.show(Messages.text("rightsizing.code"),
                chosen == null ? Messages.text("rightsizing.any") : RiskPill.word(chosen), "");
    }

    private void showStrategy() {
        strategy.show(Messages.text("rightsizing.strategy"), model.strategyProperty().get().title(), "");
    }

    private static String saving(WorkloadAdvice advice) {
        Money saving = advice.monthlySaving();
        return saving == null || saving.signum() == 0 ? Formats.NONE : MoneyFormat.brief(saving);
    }

    private static Node name(WorkloadAdvice advice) {
        Label name = new Label(advice.workload().title());
        name.getStyleClass().add("pl-medium");
        Label kind = new Label(advice.workload().key().kind());
        kind.getStyleClass().addAll("pl-faint", "pl-small");
        VBox box = new VBox(1, name, kind);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
