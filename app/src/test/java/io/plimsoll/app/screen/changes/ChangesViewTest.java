package io.plimsoll.app.screen.changes;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleClone;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesViewTest extends FxTest {
    private static final String JOB = "multimodal-feature-extraction";

    @TempDir
    Path folder;
    private final Tasks tasks = Tasks.forWindow();
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private Workbench workbench;
    private ScreenContext context;
    private ChangesView view;
    private Stage stage;

    @BeforeEach
    void build() {
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        SampleClone.add(workbench, folder.resolve("clone"));
        fx(() -> {
            tasks.onFailure(failures::add);
            context = new ScreenContext(workbench, tasks, new Commands(),
                    new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), frame());
            view = new ChangesView(context);
        });
        stage = show(view, 1000, 900);
        quiet();
    }

    @AfterEach
    void close() {
        fx(stage::close);
        fx(tasks::close);
        workbench.close();
        assertThat(failures).isEmpty();
    }

    private ScreenContext.Frame frame() {
        return new ScreenContext.Frame() {
            @Override
            public void show(String screenId) {
                shown.add(screenId);
            }

            @Override
            public void notice(String text, Command... actions) {
                notices.add(text);
            }

            @Override
            public void showAbove(Region panel) {
            }

            @Override
            public void closeAbove() {
            }

            @Override
            public void remember(SplitPane pane) {
            }
        };
    }

    private void quiet() {
        await("the work to end", () -> tasks.running().isEmpty());
    }

    private Node node(String id) {
        return fx(() -> view.lookup("#" + id));
    }

    @Test
    void theSavingOpensTheEditsBehindIt() {
        Evidence.Saving saving = new Evidence.Saving(new Money(new BigDecimal("1051.20"), "USD"), null, null);
        fx(() -> AddToChanges.add(context, SampleClone.workload(workbench, JOB), SampleClone.size(2, 8, 3), saving));
        quiet();
        Button source = (Button) node("changes-saving-source");
        assertThat(fx(source::isVisible)).isTrue();
        fx(source::fire);
        await("the edits", () -> Window.getWindows().stream().map(Window::getScene).filter(Objects::nonNull)
                .flatMap(scene -> scene.getRoot().lookupAll(".table-cell").stream())
                .anyMatch(each -> each instanceof Labeled label && label.getText() != null
                        && label.getText().equals("spec.source.helm.values>sparkJob.replicas")));
        fx(() -> List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance)
                .forEach(Window::hide));
    }

    @Test
    void anAutoscalersTargetIsOneClickAwayFromALowerRequest() {
        fx(() -> AddToChanges.add(context, SampleClone.workload(workbench, "embedding-api"),
                SampleClone.size(1, 4, 6), null));
        quiet();
        Hyperlink offer = (Hyperlink) node("changes-compensate-hpa-target");
        assertThat(fx(offer::getText)).isEqualTo("Also change 70 to 140 in base/embedding-api.yaml");
        fx(offer::fire);
        quiet();
        assertThat(node("changes-compensate-hpa-target")).as("nothing left to offer").isNull();
        assertThat(workbench.changes().current().ticked()).extracting(Intent::newValue).contains("140");
    }

    @Test
    void aSharedValueIsPatchedForOneRootByOneClick() {
        fx(() -> AddToChanges.add(context, SampleClone.workload(workbench, "embedding-api"),
                SampleClone.size(2, 3, 6), null));
        quiet();
        List<Intent> edits = workbench.changes().current().ticked();
        assertThat(edits).extracting(Intent::file).containsOnly("base/embedding-api.yaml");
        await("the choice", () -> view.lookup("#changes-patch-other") != null);
        assertThat(pills()).contains("base, 2 affected");
        assertThat(fx(((Hyperlink) node("changes-patch-only"))::getText))
                .isEqualTo("patch only Application/argocd/lake-prod");
        Hyperlink other = (Hyperlink) node("changes-patch-other");
        assertThat(fx(() -> other.getContextMenu().getItems().stream().map(MenuItem::getText).toList()))
                .containsExactly("overlays/dev");
        fx(() -> other.getContextMenu().getItems().stream().filter(item -> item.getText().equals("overlays/dev"))
                .forEach(MenuItem::fire));
        quiet();
        assertThat(workbench.changes().current().ticked()).hasSameSizeAs(edits)
                .anyMatch(intent -> intent.file().equals("overlays/dev/kustomization.yaml"));
        assertThat(fx(() -> context.commands().run("edit.undoChange"))).isTrue();
        quiet();
        assertThat(workbench.changes().current().ticked()).isEqualTo(edits);
    }

    private List<String> pills() {
        return fx(() -> view.lookupAll(".pl-pill").stream().filter(Labeled.class::isInstance)
                .map(each -> ((Labeled) each).getText()).toList());
    }

    @Test
    void anAdviceIsAddedOverriddenCommittedAndTakenBack() {
        assertThat(node("changes-files")).as("nothing to show yet").isNull();
        fx(() -> AddToChanges.add(context, SampleClone.workload(workbench, JOB), SampleClone.size(2, 8, 3), null));
        quiet();
        assertThat(shown).containsExactly("changes");
        assertThat(notices).containsExactly("3 edits added for " + JOB + ".");
        assertThat(((ListView<?>) node("changes-files")).getItems()).hasSize(1);
        assertThat(((ListView<?>) node("diff")).getItems()).hasSizeGreaterThan(6);
        Button commit = (Button) node("changes-commit");
        assertThat(commit.isDisabled()).isTrue();

        fx(() -> ((Hyperlink) view.lookup("#changes-override-step-cap")).fire());
        fx(() -> {
            TextField reason = (TextField) view.lookup("#changes-reason-step-cap");
            reason.setText("the backfill is over");
            reason.fireEvent(new javafx.event.ActionEvent());
        });
        quiet();
        assertThat(commit.isDisabled()).isFalse();
        fx(commit::fire);
        quiet();
        assertThat(notices.getLast()).contains("finops/" + JOB);
        assertThat(fx(() -> context.commands().run("edit.undoCommit"))).isTrue();
        quiet();
        try (GitRepository repository = workbench.repository().open()) {
            String file = "data-pipelines/vision/application.yaml";
            assertThat(repository.fileAt("finops/" + JOB, file)).isEqualTo(repository.fileAt("HEAD", file));
            assertThat(repository.describe("finops/" + JOB).trailer("FinOps-Undoes")).hasSize(1);
        }
        assertThat(fx(() -> context.commands().run("edit.undoChange"))).as("a commit ends the steps").isFalse();
    }
}
