package io.plimsoll.app.screen.explore;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.Unanswered;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// Cost by any dimensions: a chart and the saved questions above, the groups and their charges below.
public final class ExploreView extends StackPane {
    private static final double CHART_HEIGHT = 312;
    private static final double CHART_LEAST = 740;
    /// In a narrower window the chart needs the room; the SQL screen has the questions, too.
    private static final double WITH_QUESTIONS = 880;
    private static final double QUESTIONS_NARROWEST = 170;
    private static final double QUESTIONS_WIDTH = 250;

    private final ScreenContext context;
    private final ExploreModel model;
    private final Sheet sheet;

    public ExploreView(ScreenContext context) {
        this.context = context;
        this.model = new ExploreModel(context);
        ExploreActions actions = new ExploreActions(context, model);
        setId("explore");
        GroupsCard groups = new GroupsCard(context, model, actions);
        QuestionsCard questions = new QuestionsCard(context);
        questions.visibleProperty().bind(widthProperty().greaterThan(WITH_QUESTIONS));
        questions.managedProperty().bind(questions.visibleProperty());
        sheet = new Sheet().add(Sheet.beside(new ChartCard(context, model, actions), CHART_LEAST,
                questions, QUESTIONS_NARROWEST, QUESTIONS_WIDTH), CHART_HEIGHT).fill(groups);
        getChildren().add(sheet);
        model.layersProperty().addListener((property, before, now) -> show());
        model.failureProperty().addListener((property, before, now) -> show());
        context.follow(this, model::refresh);
    }

    private void show() {
        Failure failure = model.failureProperty().get();
        Node content = failure != null
                ? Unanswered.of(context, failure)
                : model.layersProperty().get() == null
                        ? EmptyState.of(Messages.text("nothing.title"), Messages.text("nothing.hint"))
                        : sheet;
        getChildren().setAll(content);
    }
}
