package io.plimsoll.app.screen.explore;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.billing.SavedQuestion;
import io.plimsoll.analysis.billing.SavedQuestions;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// A few of the saved questions, and the way to all of them. A click answers one on the SQL screen.
final class QuestionsCard extends StackPane {
    private static final String SQL = "sql";
    /// Those that are asked most, under short names of ours.
    private static final List<String> SHOWN = List.of("calculate-unit-economics", "effective-savings-rate-services",
            "identify-unused-commitments", "analyze-service-costs-by-region", "analyze-tag-coverage",
            "verify-accuracy-of-provider-invoices-aka-invoice-reconciliation", "marketplace-vendors-costs");

    private final ScreenContext context;
    private final VBox list = new VBox(4);
    private final Card card = new Card(Messages.text("explore.questions"), "", list);

    QuestionsCard(ScreenContext context) {
        this.context = context;
        setId("explore-questions");
        setMinWidth(0);
        list.setMinWidth(0);
        getChildren().add(card);
        context.tasks().submit(Messages.text("explore.questionsReading"),
                (progress, cancellation) -> SavedQuestions.all(), this::show);
    }

    private void show(List<SavedQuestion> all) {
        card.setHint(Formats.count(all.size()));
        for (String id : SHOWN) {
            all.stream().filter(each -> each.id().equals(id)).findFirst()
                    .ifPresent(question -> list.getChildren().add(button(question)));
        }
        Button every = new Button(Messages.text("explore.allQuestions"));
        every.setId("explore-all-questions");
        every.getStyleClass().setAll("button", "pl-link");
        every.setOnAction(event -> context.show(SQL));
        list.getChildren().add(every);
    }

    private Button button(SavedQuestion question) {
        Button button = new Button(Messages.text("explore.question." + question.id()));
        button.setId("explore-question-" + question.id());
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.getStyleClass().add("pl-question");
        button.setTooltip(new Tooltip(question.title()));
        button.setOnAction(event -> context.show(SQL, question.id()));
        return button;
    }
}
