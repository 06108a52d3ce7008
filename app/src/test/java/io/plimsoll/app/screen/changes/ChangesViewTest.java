package io.plimsoll.app.screen.changes;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.PopupWindow;
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
import io.plimsoll.app.ScreenWindow;
import io.plimsoll.app.screen.ScreenContext;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesViewTest extends FxTest {
    private static final String JOB = "multimodal-feature-extraction";

    @TempDir
    Path folder;
    private ScreenWindow window;
    private Workbench workbench;
    private ScreenContext context;
    private ChangesView view;

    @BeforeEach
    void build() {
        window = new ScreenWindow(folder.resolve("workspace"), 1000, 900);
        workbench = window.workbench();
        context = window.context();
        SampleClone.add(workbench, folder.resolve("clone"));
        view = fx(() -> new ChangesView(context));
        fx(() -> window.root().getChildren().setAll(view));
        window.quiet();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Node node(String id) {
        return fx(() -> view.lookup("#" + id));
    }

    @Test
    void theSavingOpensTheEditsBehindIt() {
        Evidence.Saving saving = new Evidence.Saving(new Money(new BigDecimal("1051.20"), "USD"), null, null);
        fx(() -> AddToChanges.add(context, SampleClone.workload(workbench, JOB), SampleClone.size(2, 8, 3), saving));
        window.quiet();
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
        window.quiet();
        Hyperlink offer = (Hyperlink) node("changes-compensate-hpa-target");
        assertThat(fx(offer::getText)).isEqualTo("Also change 70 to 140 in base/embedding-api.yaml");
        fx(offer::fire);
        window.quiet();
        assertThat(node("changes-compensate-hpa-target")).as("nothing left to offer").isNull();
        assertThat(workbench.changes().current().ticked()).extracting(Intent::newValue).contains("140");
    }

    @Test
    void aSharedValueIsPatchedForOneRootByOneClick() {
        fx(() -> AddToChanges.add(context, SampleClone.workload(workbench, "embedding-api"),
                SampleClone.size(2, 3, 6), null));
        window.quiet();
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
        window.quiet();
        assertThat(workbench.changes().current().ticked()).hasSameSizeAs(edits)
                .anyMatch(intent -> intent.file().equals("overlays/dev/kustomization.yaml"));
        assertThat(fx(() -> context.commands().run("edit.undoChange"))).isTrue();
        window.quiet();
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
        window.quiet();
        assertThat(window.shown()).containsExactly("changes");
        assertThat(window.notices()).containsExactly("3 edits added for " + JOB + ".");
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
        window.quiet();
        assertThat(commit.isDisabled()).isFalse();
        fx(commit::fire);
        window.quiet();
        assertThat(window.notices().getLast()).contains("finops/" + JOB);
        assertThat(fx(() -> context.commands().run("edit.undoCommit"))).isTrue();
        window.quiet();
        try (GitRepository repository = workbench.repository().open()) {
            String file = "data-pipelines/vision/application.yaml";
            assertThat(repository.fileAt("finops/" + JOB, file)).isEqualTo(repository.fileAt("HEAD", file));
            assertThat(repository.describe("finops/" + JOB).trailer("FinOps-Undoes")).hasSize(1);
        }
        assertThat(fx(() -> context.commands().run("edit.undoChange"))).as("a commit ends the steps").isFalse();
    }
}
