package io.plimsoll.app.screen;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.InvoiceCover;
import io.plimsoll.analysis.billing.ReconciledInvoice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.anomalies.AnomaliesScreen;
import io.plimsoll.app.screen.explore.ExploreView;
import io.plimsoll.app.screen.overview.OverviewView;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/// Every chart and table of costs says below it what invoices confirm.
class InvoiceFooterTest extends FxTest {
    @TempDir
    Path folder;

    private static InvoiceCover cover(String billed, String confirmed, String open) {
        return new InvoiceCover(true, List.of(new InvoiceCover.Part("USD", new BigDecimal(billed),
                new BigDecimal(confirmed), new BigDecimal(open), BigDecimal.ZERO)));
    }

    @Test
    void theLineSaysWhatIsConfirmedAndWhatIsLeft() {
        assertThat(InvoiceFooter.text(List.of(new InvoiceCover(false, List.of())), "USD"))
                .isEqualTo("Not reconciled: no invoices loaded");
        assertThat(InvoiceFooter.text(List.of(cover("10.5", "10.5", "0")), "USD"))
                .isEqualTo("Invoices confirm all $10.50 billed \u00b7 residual $0.00");
        assertThat(InvoiceFooter.text(List.of(cover("10", "7", "0"), cover("5", "0", "4")), "USD"))
                .isEqualTo(
                        "Invoices confirm $7.00 of $15.00 billed \u00b7 residual $8.00, of it $4.00 without an invoice yet");
        assertThat(InvoiceFooter.text(List.of(cover("10", "10", "0")), "EUR"))
                .isEqualTo("No billed cost here to reconcile");
    }

    @Test
    void aResidualTooSmallForACoinIsNotShownAsNothing() {
        assertThat(InvoiceFooter.text(List.of(cover("0.000000000000000001", "0", "0")), "USD"))
                .contains("residual 0.000000000000000001 USD");
    }

    @Test
    void everyScreenShowsItBelowTheirChartsAndTables() throws IOException {
        try (Workbench workbench = SampleWorkspace.make(folder.resolve("sample.plimsoll"))) {
            assertThat(footers(workbench, OverviewView::new, 3)).allMatch("Not reconciled: no invoices loaded"::equals);
            StringBuilder invoices = new StringBuilder("InvoiceId,BillingCurrency,BilledCost\n");
            for (ReconciledInvoice each : workbench.billing().invoices().reconcile(Cancellation.never()).rows()) {
                if (each.invoice() != null) {
                    invoices.append(each.invoice()).append(',').append(each.currency()).append(',')
                            .append(each.loaded().toPlainString()).append('\n');
                }
            }
            workbench.imports().run(List.of(Files.writeString(folder.resolve("invoices.csv"), invoices)), null, false,
                    Progress.NONE, Cancellation.never());
            assertThat(workbench.billing().invoices().reconcile(Cancellation.never()).holds()).isTrue();
            Stream.of(footers(workbench, OverviewView::new, 3), footers(workbench, ExploreView::new, 2),
                    footers(workbench, context -> (Parent) AnomaliesScreen.of(context).content().get(), 1))
                    .forEach(texts -> assertThat(texts)
                            .allSatisfy(text -> assertThat(text).startsWith("Invoices confirm ")));
        }
    }

    private static List<String> footers(Workbench workbench, Function<ScreenContext, Parent> screen, int expected) {
        Parent root = fx(() -> screen.apply(new ScreenContext(workbench, Tasks.atOnce(), new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE)));
        Stage stage = show(root, 990, 830);
        await("every footer", () -> shown(root).size() >= expected);
        List<String> texts = fx(() -> shown(root));
        fx(stage::close);
        assertThat(texts).hasSize(expected);
        return texts;
    }

    private static List<String> shown(Parent root) {
        return root.lookupAll(".pl-card-foot").stream().map(node -> ((Label) node).getText())
                .filter(text -> !text.isEmpty()).toList();
    }
}
