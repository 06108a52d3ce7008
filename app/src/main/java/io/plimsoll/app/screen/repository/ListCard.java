package io.plimsoll.app.screen.repository;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import io.plimsoll.analysis.repository.Head;
import io.plimsoll.analysis.workload.FindingKind;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;
import io.plimsoll.analysis.workload.RepositoryOverview;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The list of the present tab, with what narrows it.
final class ListCard extends VBox {
    private static final Duration PATIENCE = Duration.millis(150);

    private final RepositoryModel model;
    private final RepositoryLists lists;
    private final StackPane place = new StackPane();
    private final TextField search = new TextField();
    private final ComboBox<String> kinds = new ComboBox<>();
    private final ComboBox<String> severities = new ComboBox<>();
    private final Button rules = new Button(Messages.text("repo.rules.open"));
    private final Label where = new Label();
    private final Card card;

    ListCard(ScreenContext context, RepositoryModel model, RepositoryLists lists) {
        this.model = model;
        this.lists = lists;
        rules.setId("repository-rules-open");
        rules.setMinWidth(USE_PREF_SIZE);
        rules.setOnAction(event -> context.showAbove(new RulesSheet(context, new RulesModel(context))));
        Segments<RepositoryTab> tabs = new Segments<>(List.of(RepositoryTab.values()), RepositoryTab::title);
        tabs.setId("repository-tabs");
        tabs.setMinWidth(USE_PREF_SIZE);
        tabs.valueProperty().bindBidirectional(model.tabProperty());
        card = new Card("", "", narrowing(), place).flush().withActions(tabs);
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinHeight(0);
        VBox.setVgrow(card, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().add(card);
        model.tabProperty().addListener((property, before, now) -> fill(true));
        model.listingProperty().addListener((property, before, now) -> fill(false));
        model.placeProperty().addListener((property, before, now) -> {
            if (model.tabProperty().get() == RepositoryTab.HISTORY) {
                fill(false);
            }
        });
        for (RepositoryTab tab : RepositoryTab.values()) {
            lists.table(tab).totalProperty().addListener((property, before, now) -> count());
        }
    }

    private HBox narrowing() {
        search.setId("repository-search");
        search.setPromptText(Messages.text("repo.search"));
        search.setPrefColumnCount(16);
        search.setMinWidth(80);
        PauseTransition soon = new PauseTransition(PATIENCE);
        soon.setOnFinished(event -> searched());
        search.textProperty().addListener((property, before, now) -> soon.playFromStart());
        search.setOnAction(event -> searched());
        kinds.setId("repository-kinds");
        kinds.getItems().add(Messages.text("repo.allKinds"));
        RepositoryOverview.kinds().forEach(kind -> kinds.getItems().add(RepositoryModel.title(kind.id())));
        kinds.getSelectionModel().select(0);
        kinds.setOnAction(event -> {
            int at = kinds.getSelectionModel().getSelectedIndex();
            List<FindingKind> all = RepositoryOverview.kinds();
            set(model.listingProperty().get().withKind(at < 1 ? "" : all.get(at - 1).id()));
        });
        severities.setId("repository-severities");
        severities.getItems().add(Messages.text("repo.allSeverities"));
        List.of(Severity.values()).forEach(each -> severities.getItems().add(RepositoryModel.title(each)));
        severities.getSelectionModel().select(0);
        severities.setOnAction(event -> {
            int at = severities.getSelectionModel().getSelectedIndex();
            set(model.listingProperty().get().withSeverity(at < 1 ? null : Severity.values()[at - 1]));
        });
        where.getStyleClass().add("pl-card-hint");
        where.setId("repository-count");
        where.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, search, kinds, severities, rules, gap, where);
        line.getStyleClass().addAll("pl-card-row", "pl-repository-row");
        return line;
    }

    private void searched() {
        set(model.listingProperty().get().withWords(search.getText()));
    }

    private void set(Listing listing) {
        if (!listing.equals(model.listingProperty().get())) {
            model.listingProperty().set(listing);
        }
    }

    void show(RepositoryState state) {
        RepositoryOverview overview = state.overview();
        if (overview != null) {
            Head head = overview.head();
            String branch = head.branch() == null ? Messages.text("changes.detached") : head.branch();
            card.setTitle(Messages.text("repo.at", branch, head.commitId().substring(0, 7)));
        }
        fill(true);
    }

    private void fill(boolean again) {
        boolean findings = model.tabProperty().get() == RepositoryTab.FINDINGS;
        kinds.setVisible(findings);
        kinds.setManaged(findings);
        severities.setVisible(findings);
        severities.setManaged(findings);
        boolean workloads = model.tabProperty().get() == RepositoryTab.WORKLOADS;
        rules.setVisible(workloads);
        rules.setManaged(workloads);
        place.getChildren().setAll(lists.table(model.tabProperty().get()));
        lists.fill(again);
        count();
    }

    private void count() {
        RepositoryTab tab = model.tabProperty().get();
        List<String> words = new ArrayList<>();
        words.add(Formats.count(lists.table(tab).totalProperty().get()));
        String path = tab == RepositoryTab.HISTORY
                ? model.placeProperty().get().title()
                : model.listingProperty().get().path();
        if (!path.isEmpty()) {
            words.add(Messages.text("repo.in", path));
        }
        where.setText(String.join(" ", words));
    }
}
