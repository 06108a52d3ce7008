package io.plimsoll.app.screen.anomalies;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.observability.ObservabilityView;
import io.plimsoll.app.screen.quality.QualityView;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/// A bill's names are other people's words: they may be of any length and try to turn round what stands beside them.
@Tag("slow")
class HostileNamesViewTest extends FxTest {
    private static final int LONGEST = 1_000_000;
    private static final List<String> NAMES = List.of("Amazon CloudWatch \u202egpj.exe", "line1\nline2",
            "\u001b[31mred\u0007", "L".repeat(LONGEST));
    private static final Pattern ACTS = Pattern
            .compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");
    private static final int DAYS = 84;

    @TempDir
    static Path folder;
    private static Workbench workbench;

    @BeforeAll
    static void importBill() throws IOException {
        Path bill = folder.resolve("hostile.csv");
        Random random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(bill)) {
            out.write(
                    "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,BillingPeriodStart,"
                            + "BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName\n");
            for (int i = 0; i < DAYS; i++) {
                LocalDate day = LocalDate.of(2026, 7, 1).plusDays(i);
                for (int name = 0; name < NAMES.size(); name++) {
                    String cost = Double.toString((100 + 2 * random.nextGaussian())
                            * (i >= 40 + 12 * name && i < 43 + 12 * name ? 5 : 1));
                    out.write(String.join(",", cost, cost, cost, cost, "acc", "USD",
                            day.withDayOfMonth(1) + "T00:00:00Z", "", day + "T00:00:00Z", "", "Usage", "AWS",
                            "\"" + NAMES.get(name) + "\"") + "\n");
                }
            }
        }
        workbench = Workbench.openOrCreate(folder.resolve("w.plimsoll"));
        workbench.imports().run(List.of(bill), null, false, Progress.NONE, Cancellation.never());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static ScreenContext context() {
        return new ScreenContext(workbench, Tasks.atOnce(), new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE);
    }

    @Test
    void theAnomaliesScreenShowsEachShortened() {
        ScreenContext context = context();
        AnomaliesModel model = fx(() -> new AnomaliesModel(context));
        fx(model::refresh);
        Parent root = fx(() -> new AnomaliesView(context, model));
        Stage stage = show(root, 1000, 790);
        try {
            ListView<Verdict> list = list(root);
            await("the findings are listed", () -> !list.getItems().isEmpty());
            assertThat(list.getItems()).hasSizeGreaterThanOrEqualTo(NAMES.size());
            for (int i = 0; i < list.getItems().size(); i++) {
                int at = i;
                fx(() -> list.getSelectionModel().clearAndSelect(at));
                await("it is drawn", () -> true);
                isHarmless(root);
            }
        } finally {
            fx(stage::close);
        }
    }

    @SuppressWarnings("unchecked")
    private static ListView<Verdict> list(Parent root) {
        return (ListView<Verdict>) fx(() -> root.lookup("#anomalies-list"));
    }

    @Test
    void observabilityAndDataQualityDoSo() {
        for (boolean quality : new boolean[]{false, true}) {
            Parent root = fx(() -> quality ? new QualityView(context()) : new ObservabilityView(context()));
            Stage stage = show(root, 1000, 790);
            try {
                await("it is drawn", () -> !root.lookupAll(".label").isEmpty());
                isHarmless(root);
            } finally {
                fx(stage::close);
            }
        }
    }

    private static void isHarmless(Parent root) {
        List<String> shown = fx(() -> {
            List<String> texts = new ArrayList<>();
            for (Node node : root.lookupAll("*")) {
                if (node instanceof Labeled labeled && labeled.getText() != null) {
                    texts.add(labeled.getText());
                }
                if (node instanceof Control control && control.getTooltip() != null) {
                    texts.add(control.getTooltip().getText());
                }
                if (node.getAccessibleText() != null) {
                    texts.add(node.getAccessibleText());
                }
            }
            return texts;
        });
        assertThat(shown).isNotEmpty().allSatisfy(each -> {
            assertThat(each.length()).as(each.substring(0, Math.min(90, each.length()))).isLessThan(5000);
            assertThat(ACTS.matcher(each).find()).as(each).isFalse();
        });
    }
}
