package io.plimsoll.app.screen.overview;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.chart.ChartExport;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.Comparison;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.Unanswered;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// What is spent, what moved, and whether the numbers can be trusted.
public final class OverviewView extends StackPane {
    private static final double CHART_HEIGHT = 306;
    private static final double MOVED_WIDTH = 360;

    private final ScreenContext context;
    private final OverviewModel model;
    private final OverviewActions actions;
    private final Tiles tiles;
    private final ChartView daily = new ChartView(ChartSpec.line("").build()).zoomable();
    private final ChartView moved = new ChartView(ChartSpec.rows("").build());
    private final StackPane movedPlace = new StackPane();
    private final Card dailyCard = new Card("", "", daily);
    private final Card movedCard = new Card(Messages.text("overview.moved"), "", movedPlace);
    private final StackPane groupsPlace = new StackPane();
    private final Card groupsCard = new Card("", Messages.text("overview.groupsHint"), groupsPlace).flush();
    private final TrustCard trust;
    private final Sheet sheet;

    public OverviewView(ScreenContext context) {
        this.context = context;
        this.model = new OverviewModel(context);
        this.actions = new OverviewActions(context);
        this.tiles = new Tiles(context, model, actions);
        this.trust = new TrustCard(actions);
        setId("overview");
        ChartExport export = new ChartExport(context.tasks());
        export.offer(daily);
        export.offer(moved);
        model.footers().forEach((shown, text) -> text
                .addListener((property, before, now) -> card(shown).setFooter(now)));
        dailyCard.withActions(source(figures -> actions.cost(figures, figures.cost())));
        movedCard.withActions(source(figures -> figures.moved() == null
                ? actions.groups(figures)
                : actions.moved(figures, figures.moved())));
        groupsCard.withActions(source(actions::groups));
        Card trustCard = new Card(Messages.text("overview.trust"), Messages.text("overview.trustHint"), trust);
        this.sheet = new Sheet().add(tiles.row()).add(Sheet.beside(dailyCard, movedCard, MOVED_WIDTH), CHART_HEIGHT)
                .fill(Sheet.beside(groupsCard, trustCard, MOVED_WIDTH));
        getChildren().add(EmptyState.loading());
        model.expectedProperty().addListener((property, before, now) -> drawDaily());
        model.marksProperty().addListener((property, before, now) -> drawDaily());
        model.failureProperty().addListener((property, before, now) -> showFailure(now));
        context.follow(this, () -> model.refresh(this::show));
    }

    private Card card(OverviewModel.Shown shown) {
        return switch (shown) {
            case DAILY -> dailyCard;
            case MOVED -> movedCard;
            case GROUPS -> groupsCard;
        };
    }

    private void show() {
        OverviewFigures figures = model.figuresProperty().get();
        if (figures == null) {
            getChildren().setAll(nothing());
            return;
        }
        tiles.show(figures);
        drawDaily();
        movedCard.setHint(
                figures.comparison().map(each -> Comparison.name(each.now()) + " " + each.against()).orElse(""));
        movedPlace.getChildren().setAll(movedContent(figures));
        groupsCard.setTitle(Messages.text("overview.groups", figures.dimension()));
        groupsPlace.getChildren().setAll(GroupsTable.of(context, figures, actions));
        trust.show(figures.trust());
        getChildren().setAll(sheet);
    }

    private void showFailure(@Nullable Failure failure) {
        if (failure != null) {
            getChildren().setAll(Unanswered.of(context, failure));
        }
    }

    private void drawDaily() {
        OverviewFigures figures = model.figuresProperty().get();
        if (figures != null) {
            dailyCard.setTitle(OverviewCharts.title(figures, model.expectedProperty().get()));
            dailyCard.setHint(OverviewCharts.hint(figures));
            daily.show(OverviewCharts.daily(figures, model.expectedProperty().get(), model.marksProperty().get()));
        }
    }

    private Node movedContent(OverviewFigures figures) {
        Movement movement = figures.moved();
        if (movement == null) {
            return EmptyState.of(Messages.text("overview.movedNone"), Messages.text("overview.movedNoneHint"));
        }
        if (movement.largest(1).isEmpty()) {
            return EmptyState.of(Messages.text("overview.movedStill"), "");
        }
        moved.show(OverviewCharts.moved(figures, movement));
        return moved;
    }

    private Node nothing() {
        return Unanswered.of(context, Messages.text("nothing.title"), Messages.text("nothing.hint"));
    }

    private Node source(Function<OverviewFigures, ProvenanceInfo> info) {
        Button button = new Button(Messages.text("provenance.source"));
        button.getStyleClass().setAll("button", "pl-link");
        button.setOnAction(event -> {
            OverviewFigures figures = model.figuresProperty().get();
            if (figures != null) {
                actions.explain(button, () -> info.apply(figures));
            }
        });
        return button;
    }
}
