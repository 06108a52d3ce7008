package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.workload.MatchedCost;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

import static org.assertj.core.api.Assertions.assertThat;

class GroupMatchesTest extends FxTest {
    private static final String OWNER = "data-pipelines/caption/application.yaml";

    private final Tasks tasks = Tasks.forWindow();

    private ScreenContext context(List<String> groupBy) {
        Filter filter = SampleWorkspace.filter(SampleWorkspace.shared()).withGroupBy(groupBy);
        return new ScreenContext(SampleWorkspace.shared(), tasks, new Commands(), new SimpleObjectProperty<>(filter),
                ScreenContext.Frame.NONE);
    }

    @AfterEach
    void close() {
        fx(tasks::close);
    }

    private static boolean shows(ExploreView view, Predicate<String> text) {
        view.applyCss();
        view.layout();
        return view.lookup("#explore-groups") instanceof TreeTableView<?> tree
                && Stream.of(".tree-table-cell", ".label").flatMap(style -> tree.lookupAll(style).stream())
                        .filter(Labeled.class::isInstance)
                        .map(each -> ((Labeled) each).getText()).anyMatch(each -> each != null && text.test(each));
    }

    @Test
    void aGroupShowsWhatIsMatchedAndTheFileOfItsWorkload() {
        ScreenContext context = context(List.of("tag:app.kubernetes.io/name", "ServiceName"));
        ExploreView view = fx(() -> {
            ExploreView made = new ExploreView(context);
            new Scene(made, 1400, 1200);
            return made;
        });
        await("the groups", () -> shows(view, "caption-encoder"::equals));
        await("the owner", () -> shows(view, OWNER::equals));
        assertThat(fx(() -> shows(view, Formats.percent(1, 0)::equals))).isTrue();
    }

    @Test
    void whereThereIsNoRoomTheColumnsAreLeftOutAndNothingIsAsked() {
        List<String> asked = new ArrayList<>();
        fx(() -> tasks.running().addListener(
                (InvalidationListener) list -> tasks.running().forEach(each -> asked.add(each.title()))));
        ScreenContext context = context(List.of("ServiceName"));
        ExploreView view = fx(() -> new ExploreView(context));
        Stage stage = show(view, 955, 800);
        await("the groups", () -> shows(view, "Amazon Elastic Compute Cloud"::equals) && tasks.running().isEmpty());
        TreeTableView<?> tree = (TreeTableView<?>) fx(() -> view.lookup("#explore-groups"));
        assertThat(tree.getColumns()).filteredOn(each -> each.getId() != null).hasSize(2)
                .noneMatch(TreeTableColumn::isVisible);
        assertThat(fx(() -> tree.getVisibleLeafColumns().stream().mapToDouble(TreeTableColumn::getWidth).sum()))
                .isLessThanOrEqualTo(fx(tree::getWidth));
        assertThat(fx(() -> List.copyOf(asked))).contains(Messages.text("explore.loading"))
                .doesNotContain(Messages.text("explore.matching"));
        fx(stage::close);
    }

    @Test
    void theFirstTwoLevelsAreAskedOnceSomebodyLooks() {
        ScreenContext context = SampleWorkspace.context();
        ExploreModel model = new ExploreModel(context);
        model.refresh();
        GroupRow first = model.outermostProperty().get().rows().getFirst();
        model.below(first, level -> {});
        assertThat(model.matches().foundProperty().get()).isEmpty();
        model.matches().setLooked(true);
        Map<List<String>, MatchedCost> found = model.matches().foundProperty().get();
        assertThat(found).allSatisfy((path, cost) -> assertThat(path).hasSizeBetween(1, 2));
        assertThat(found.get(first.path()).cost()).isEqualByComparingTo(first.cost().amount());
        assertThat(found.entrySet().stream().filter(each -> each.getKey().size() == 2)
                .map(each -> each.getValue().matched()).reduce(BigDecimal::add))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo(found.get(first.path()).matched()));
        context.filterProperty().set(context.filter().withGroupBy(List.of()));
        model.refresh();
        assertThat(model.matches().foundProperty().get()).containsOnlyKeys(List.of(List.of("")));
    }
}
