package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Rename;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.Unanswered;
import io.plimsoll.app.screen.anomalies.AnomaliesModel.Phase;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The list of events with what narrows it, how many of them are wanted a week, and how many are not heard.
final class FindingsCard extends StackPane {
    private static final double ROW = 47;

    private final ScreenContext context;
    private final AnomaliesModel model;
    private final ListView<Verdict> list = new ListView<>();
    private final Segments<Show> show = new Segments<>(List.of(Show.values()), Show::title);
    private final Label unheard = new Label();
    private final Hyperlink hidden = new Hyperlink();
    private final SentencesLink renames = new SentencesLink("renames");
    private final SentencesLink waiting = new SentencesLink("waiting");
    private final Card card;
    private boolean filling;

    FindingsCard(ScreenContext context, AnomaliesModel model, Runnable changeBudget) {
        this.context = context;
        this.model = model;
        list.setId("anomalies-list");
        list.setAccessibleText(Messages.text("anomalies.list"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new EventCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        unheard.setId("anomalies-unheard");
        unheard.getStyleClass().addAll("pl-dim", "pl-small");
        unheard.setWrapText(true);
        unheard.setMinHeight(USE_PREF_SIZE);
        hidden.setId("anomalies-hidden");
        hidden.getStyleClass().setAll("pl-link", "pl-small");
        hidden.setMinWidth(USE_PREF_SIZE);
        hidden.setOnAction(event -> model.showAll());
        HBox.setHgrow(unheard, Priority.SOMETIMES);
        VBox foot = new VBox(4, new HBox(6, unheard, hidden), renames, waiting);
        foot.setStyle("-fx-padding: 8 13 10 13");
        VBox.setVgrow(list, Priority.ALWAYS);
        Hyperlink change = new Hyperlink(Messages.text("anomalies.budget.change"));
        change.setId("anomalies-budget-change");
        change.getStyleClass().setAll("pl-link", "pl-small");
        change.setAccessibleText(Messages.text("anomalies.budget.title"));
        change.setOnAction(event -> changeBudget.run());
        card = new Card("", "", filters(), list, foot).flush().withActions(change);
        getChildren().add(card);
        follow();
    }

    private Region filters() {
        show.setId("anomalies-show");
        show.setMinWidth(USE_PREF_SIZE);
        show.valueProperty().bindBidirectional(model.showProperty());
        HBox narrowed = new HBox(8,
                choice("domain", model.domains(), model.domainProperty(), EventText::domain),
                choice("kind", model.kinds(), model.kindProperty(), FindingText::kind));
        VBox rows = new VBox(7, show, narrowed);
        rows.setStyle("-fx-padding: 0 13 8 13");
        return rows;
    }

    private static <T> ComboBox<Optional<T>> choice(String name, ObservableList<Optional<T>> choices,
            ObjectProperty<Optional<T>> value, Function<T, String> title) {
        ComboBox<Optional<T>> box = new ComboBox<>();
        box.setId("anomalies-" + name);
        box.setItems(choices);
        box.setConverter(new Titles<>(Messages.text("anomalies." + name + ".all"), title));
        box.valueProperty().bindBidirectional(value);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setPrefWidth(100);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setAccessibleText(Messages.text("anomalies." + name));
        return box;
    }

    private void follow() {
        model.listed().addListener((ListChangeListener<Verdict>) change -> fill());
        model.phaseProperty().addListener((property, before, now) -> fill());
        model.chosenProperty().addListener((property, before, now) -> title());
        model.knownProperty().addListener((property, before, now) -> fill());
        model.selectedProperty().addListener((property, before, now) -> mark());
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Verdict>) change -> choose());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> choose());
        fill();
    }

    /// The one that was chosen last is looked at.
    private void choose() {
        if (filling) {
            return;
        }
        Verdict last = list.getSelectionModel().getSelectedItem();
        filling = true;
        model.choose(list.getSelectionModel().getSelectedItems().stream().filter(each -> each != null)
                .map(Verdict::id).toList());
        if (last != null) {
            model.select(last.id());
        }
        filling = false;
    }

    private void fill() {
        filling = true;
        list.getItems().setAll(model.listed());
        list.setPlaceholder(placeholder());
        filling = false;
        mark();
        title();
        Integer budget = model.knownProperty().get().budget();
        card.setHint(budget == null
                ? Messages.text("anomalies.budget.no")
                : Messages.text("anomalies.budget.hint", budget));
        List<Verdict> all = model.knownProperty().get().verdicts();
        String counts = EventText.unheard(all);
        int others = all.size() - model.listed().size();
        unheard.setText(!counts.isEmpty() || others == 0
                ? counts
                : Messages.text("anomalies.notListed", Formats.count(others)));
        hidden.setText(Messages.text("anomalies.hidden"));
        hidden.setAccessibleText(Messages.text("anomalies.hiddenAll", Formats.count(others)));
        hidden.setVisible(others > 0);
        renames.show(model.knownProperty().get().renames().stream().map(Rename::sentence).toList());
        waiting.show(model.knownProperty().get().waiting().stream().map(EventText::waiting).toList());
    }

    private void title() {
        String open = Messages.text("anomalies.open", Formats.count(model.openProperty().get()));
        int chosen = model.chosenProperty().get().size();
        card.setTitle(chosen > 1 ? Messages.text("anomalies.chosen", open, Formats.count(chosen)) : open);
    }

    /// Shows in the list what is chosen; several stay as the user chose them.
    private void mark() {
        if (filling) {
            return;
        }
        Anomaly wanted = model.selectedProperty().get();
        int at = wanted == null ? -1 : indexOf(wanted);
        boolean several = list.getSelectionModel().getSelectedIndices().size() > 1
                && list.getSelectionModel().isSelected(at);
        filling = true;
        if (!several) {
            list.getSelectionModel().clearSelection();
            if (at >= 0) {
                list.getSelectionModel().select(at);
            }
        }
        filling = false;
        if (!several) {
            model.choose(at < 0 || wanted == null ? List.of() : List.of(wanted.id()));
        }
    }

    private int indexOf(Anomaly wanted) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id().equals(wanted.id())) {
                return i;
            }
        }
        return -1;
    }

    private EmptyState placeholder() {
        Failure failure = model.failureProperty().get();
        if (model.phaseProperty().get() == Phase.LOADING) {
            return EmptyState.loading();
        }
        if (failure != null) {
            return EmptyState.of(failure.sentence(), failure.remedy()).withAction(Messages.text("table.retry"),
                    model::refresh);
        }
        return model.nothingFound()
                ? Unanswered.of(context, Messages.text("anomalies.none"), Messages.text("anomalies.noneHint"))
                : EmptyState.of(Messages.text("anomalies.noneListed"), Messages.text("anomalies.noneListedHint"));
    }

    private static final class Titles<T> extends StringConverter<Optional<T>> {
        private final String every;
        private final Function<T, String> title;

        Titles(String every, Function<T, String> title) {
            this.every = every;
            this.title = title;
        }

        @Override
        public String toString(@Nullable Optional<T> value) {
            return value == null ? every : value.map(title).orElse(every);
        }

        @Override
        public Optional<T> fromString(String text) {
            return Optional.empty();
        }
    }
}
