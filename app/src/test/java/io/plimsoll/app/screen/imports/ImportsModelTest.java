package io.plimsoll.app.screen.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.CostTotals;
import io.plimsoll.analysis.billing.LoadedFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.control.Sort;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

class ImportsModelTest {
    @TempDir
    Path folder;

    @Test
    void everyFileIsListedWithItsCheck() {
        Page<LoadedFile> files = new ImportsModel(SampleWorkspace.context()).files(new PageRequest(0, 10,
                new Sort("file", true)), Cancellation.never());
        assertThat(files.rows()).extracting(ImportsModel::name).containsExactly("focus-2026-07.csv.gz",
                "focus-2026-08.csv.gz", "focus-2026-09.csv.gz", "focus-2026-10.csv.gz");
        assertThat(files.rows()).extracting(file -> ImportsModel.check(file).text()).containsOnly("verified");
        assertThat(ImportsModel.totals(files.rows().get(1), CostTotals::billed)).isEqualTo("$14\u202f610.43");
    }

    @Test
    void rowsThatCanNotBeReadAreListedAndTheWindowIsToldOfNewData() throws IOException {
        Path file = Files.writeString(folder.resolve("march.csv"), """
                BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,BillingPeriodStart,\
                BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,Tags
                1.5,1.5,1.5,1.5,a,USD,2026-03-01T00:00:00Z,,2026-03-05T00:00:00Z,,Usage,P,Compute,{}
                one,1.5,1.5,1.5,a,USD,2026-03-01T00:00:00Z,,2026-03-06T00:00:00Z,,Usage,P,Compute,{}
                """);
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("new.plimsoll"))) {
            List<Failure> failures = new ArrayList<>();
            Tasks tasks = Tasks.atOnce();
            tasks.onFailure(failures::add);
            ScreenContext context = new ScreenContext(workbench, tasks, new Commands(),
                    new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE);
            new ImportFiles(context).run(List.of(folder.resolve("absent.csv")));
            assertThat(failures).extracting(Failure::code).containsExactly("FILE_MISSING");
            assertThat(context.revisionProperty().get()).isZero();
            new ImportFiles(context).run(List.of(file));
            assertThat(failures).hasSize(1);
            assertThat(context.revisionProperty().get()).isEqualTo(1);
            Page<List<String>> rejects = new ImportsModel(context).rejects(new PageRequest(0, 10, null),
                    Cancellation.never());
            assertThat(rejects.total()).isEqualTo(1);
            assertThat(rejects.rows().getFirst()).startsWith("march.csv", "3");
        }
    }
}
