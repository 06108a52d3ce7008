package io.plimsoll.app.screen.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.ChangeSet;
import io.plimsoll.analysis.repository.CommitRequest;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleClone;
import io.plimsoll.app.ScreenWindow;
import io.plimsoll.app.screen.ScreenContext;

import static org.assertj.core.api.Assertions.assertThat;

class RepositoryViewTest extends FxTest {
    @TempDir
    Path folder;
    private ScreenWindow window;
    private StackPane root;
    private Workbench workbench;
    private ScreenContext context;
    private RepositoryModel model;

    @BeforeEach
    void open() {
        window = new ScreenWindow(folder.resolve("workspace"), 1000, 800);
        root = window.root();
        workbench = window.workbench();
        context = window.context();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void build() {
        fx(() -> {
            model = new RepositoryModel(context);
            context.revisionProperty().addListener((property, before, now) -> model.refresh());
            root.getChildren().setAll(new RepositoryView(context, model));
            model.refresh();
        });
        await("the clone", () -> model.loadedProperty().get() && window.tasks().running().isEmpty());
    }

    private void buildWithSample() {
        SampleClone.add(workbench, folder.resolve("clone"));
        build();
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N node(String id) {
        await(id, () -> root.lookup("#" + id) != null);
        return (N) fx(() -> root.lookup("#" + id));
    }

    private void tab(RepositoryTab tab) {
        fx(() -> model.tabProperty().set(tab));
        await("the rows of " + tab,
                () -> root.lookup("#repository-" + tab.name().toLowerCase(Locale.ROOT)) instanceof TableView<?> t
                        && !t.getItems().isEmpty() && window.tasks().running().isEmpty());
    }

    @Test
    void withoutACloneItSaysWhatToDo() {
        build();
        assertThat(fx(() -> root.lookupAll(".pl-empty-title").stream().map(Label.class::cast).map(Label::getText)
                .toList())).contains("No repository yet");
        assertThat(fx(() -> model.badge().getValue().text())).isEmpty();
    }

    @Test
    void aCloneThatIsAwayIsSaidOnTheScreen() throws IOException {
        SampleClone.add(workbench, folder.resolve("clone"));
        Files.move(folder.resolve("clone"), folder.resolve("moved"));
        build();
        assertThat(fx(() -> root.lookupAll(".pl-empty-title").stream().map(Label.class::cast).map(Label::getText)
                .toList())).singleElement().asString().contains("clone");
        Files.move(folder.resolve("moved"), folder.resolve("clone"));
        fx(model::refresh);
        await("the tree", () -> root.lookup("#repository-tree") != null);
    }

    @Test
    void theTreeNarrowsTheListsAndTheFilterNarrowsTheTree() {
        buildWithSample();
        assertThat(fx(() -> model.badge().getValue().text())).isEqualTo("main");
        TreeView<FileNode> tree = node("repository-tree");
        assertThat(fx(() -> tree.getRoot().getValue().knobs())).isPositive();
        TableView<?> knobs = node("repository-knobs");
        int all = fx(() -> knobs.getItems().size());
        fx(() -> tree.getSelectionModel().select(tree.getRoot().getChildren().stream()
                .filter(each -> each.getValue().path().equals("audio/")).findFirst().orElseThrow()));
        await("fewer knobs", () -> !knobs.getItems().isEmpty() && knobs.getItems().size() < all);
        TextField filter = node("repository-filter");
        fx(() -> filter.setText("kafka"));
        await("fewer files", () -> tree.getRoot().getChildren().size() == 1);
    }

    @Test
    void everyListHasRowsAndAWordOnEachSelection() {
        buildWithSample();
        for (RepositoryTab tab : RepositoryTab.values()) {
            tab(tab);
            await("details of " + tab, () -> !details().contains("Choose a row"));
        }
    }

    private String details() {
        StringBuilder text = new StringBuilder();
        root.lookup("#repository-details").lookupAll(".label").stream().map(Labeled.class::cast)
                .forEach(label -> text.append(label.getText()).append('\n'));
        return text.toString();
    }

    @Test
    void aNewValueIsJudgedByItsUnitAndGoesIntoTheChangeSet() {
        buildWithSample();
        fx(() -> model.look("audio/speech-vad.yaml"));
        await("its knobs", () -> root.lookup("#repository-knobs") instanceof TableView<?> t && t.getItems().size() == 5
                && window.tasks().running().isEmpty());
        TableView<?> knobs = node("repository-knobs");
        // In the order of the file: replicas, the label of its team, CPU, memory.
        fx(() -> knobs.getSelectionModel().select(3));
        await("the memory", () -> details().contains("memory request"));
        Button change = node("repository-change");
        fx(change::fire);
        TextField value = node("repository-value");
        Button add = node("repository-value-add");
        assertThat(fx(add::isDisabled)).isTrue();
        fx(() -> value.setText("three"));
        assertThat(fx(add::isDisabled)).isTrue();
        fx(() -> value.setText("1Gi"));
        assertThat(fx(add::isDisabled)).isFalse();
        fx(add::fire);
        await("the change", () -> window.shown().contains("changes"));
        assertThat(workbench.changes().current().items()).map(ChangeSet.Item::intent).singleElement()
                .satisfies(intent -> {
                    assertThat(intent.file()).isEqualTo("audio/speech-vad.yaml");
                    assertThat(intent.oldValue()).isEqualTo("2Gi");
                    assertThat(intent.newValue()).isEqualTo("1Gi");
                    assertThat(intent.workload()).isEqualTo("speech-vad");
                });
    }

    @Test
    void aPinIsMadeShownAndTakenBack() {
        buildWithSample();
        tab(RepositoryTab.WORKLOADS);
        Button pinTo = node("repository-pin");
        fx(pinTo::fire);
        ListView<WorkloadRow> list = node("repository-pin-list");
        String target = fx(() -> {
            list.getSelectionModel().select(0);
            return list.getSelectionModel().getSelectedItem().whole();
        });
        Button pin = node("repository-pin-do");
        fx(pin::fire);
        await("the pin", () -> !workbench.workloads().pins().isEmpty() && window.tasks().running().isEmpty());
        await("its row", () -> model.stateProperty().get().workloads().stream()
                .anyMatch(row -> row.whole().equals(target) && !row.pins().isEmpty()));
        RepositoryActions actions = new RepositoryActions(context, model);
        fx(() -> actions.unpin(workbench.workloads().pins().getFirst()));
        await("no pin", () -> workbench.workloads().pins().isEmpty() && window.tasks().running().isEmpty());
    }

    @Test
    void aMovedHeadIsReadAgain() throws IOException {
        buildWithSample();
        String before = fx(() -> model.stateProperty().get().commitId());
        try (GitRepository clone = GitRepository.open(folder.resolve("clone"))) {
            clone.commit(new CommitRequest(before, "next", true, "Add words", new Person("Anna", "a@example.org"),
                    Instant.parse("2026-11-01T08:00:00Z"),
                    Map.of("docs/new.md", "words\n".getBytes(StandardCharsets.UTF_8))));
        }
        Files.writeString(folder.resolve("clone/.git/HEAD"), "ref: refs/heads/next\n");
        fx(model::refresh);
        await("the new commit", () -> !model.stateProperty().get().commitId().equals(before));
        assertThat(fx(() -> model.badge().getValue().text())).isEqualTo("next");
    }
}
