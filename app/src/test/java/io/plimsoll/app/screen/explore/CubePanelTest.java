package io.plimsoll.app.screen.explore;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.screen.ScreenContext;

import static org.assertj.core.api.Assertions.assertThat;

class CubePanelTest extends FxTest {
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,"
            + "ServiceSubcategory,Tags";

    @TempDir
    Path folder;

    @Test
    void aTickAndAPressFillTheCubeAnewAndEveryFigureStays() throws IOException {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("tags.plimsoll"))) {
            load(workbench);
            ScreenContext context = fx(() -> SampleWorkspace.context(workbench));
            ExploreView view = fx(() -> new ExploreView(context));
            Stage stage = show(view, 780, 620);
            BigDecimal before = total(context);
            fx(() -> context.show(ExploreScreen.ID, ExploreScreen.CUBE));
            await("the candidates", () -> boxes(view).size() > 1);
            assertThat(fx(() -> ((Label) view.lookup("#cube-summary")).getText())).contains("for 3 charges",
                    "most common tags");
            Button apply = (Button) fx(() -> view.lookup("#cube-apply"));
            assertThat(apply.isDisabled()).isTrue();
            fx(() -> boxes(view).stream().filter(box -> box.getText().equals("ServiceSubcategory")).findFirst()
                    .ifPresent(CheckBox::fire));
            await("something to fill", () -> !apply.isDisabled());
            fx(apply::fire);
            await("the groups again", () -> view.lookup("#explore-groups") != null);
            assertThat(workbench.billing().cube(Cancellation.never()).columns()).contains("ServiceSubcategory");
            assertThat(workbench.billing().cube(Cancellation.never()).automatic()).isFalse();
            assertThat(total(context)).isEqualByComparingTo(before);
            fx(stage::close);
        }
    }

    private void load(Workbench workbench) throws IOException {
        String charge = "\n%1$s,%1$s,%1$s,%1$s,1,USD,2026-03-01T00:00:00Z,,2026-03-0%2$sT00:00:00Z,,Usage,AWS,Compute,%3$s,\"{\"\"team\"\": \"\"%4$s\"\"}\"";
        Path bill = Files.writeString(folder.resolve("bill.csv"), HEADER + charge.formatted("1.5", 1, "Containers", "a")
                + charge.formatted("2", 2, "Virtual Machines", "b") + charge.formatted("3", 2, "Containers", "b"));
        workbench.imports().run(List.of(bill), null, false, Progress.NONE, Cancellation.never());
    }

    private static BigDecimal total(ScreenContext context) {
        ExploreModel model = fx(() -> new ExploreModel(context));
        fx(model::refresh);
        return fx(() -> model.outermostProperty().get().total());
    }

    private static List<CheckBox> boxes(ExploreView view) {
        return view.lookupAll("#cube-candidates .check-box").stream().map(CheckBox.class::cast).toList();
    }
}
