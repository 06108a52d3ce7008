package io.plimsoll.app.screen.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.ImportPreview;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workload.Coverage;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.control.Sort;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

import static org.assertj.core.api.Assertions.assertThat;

class ImportsModelTest {
    @TempDir
    Path folder;

    private static List<ImportRow> files(ScreenContext context, Sort sort) throws Exception {
        return new ImportsModel(context).files(new PageRequest(0, 50, sort), Cancellation.never()).rows();
    }

    private static List<String> detail(ImportRow row, String name) {
        return row.details().stream().filter(each -> each.name().equals(name)).map(ImportRow.Detail::value).toList();
    }

    private static ImportPreview look(ScreenContext context, Path file) {
        return context.workbench().imports().look(List.of(file), Progress.NONE, Cancellation.never());
    }

    private static void load(ScreenContext context, Path file) {
        new ImportFiles(context).load(look(context, file));
    }

    @Test
    void everyBillIsListedWithItsPeriodTotalAndCheck() throws Exception {
        List<ImportRow> bills = files(SampleWorkspace.context(), null).subList(0, 4);
        assertThat(bills).extracting(ImportRow::what).containsOnly("FOCUS 1.2");
        assertThat(bills).extracting(ImportRow::name).startsWith("focus-2026-10.csv.gz", "focus-2026-09.csv.gz");
        assertThat(bills.getFirst().from()).isEqualTo("billing/focus-2026-10.csv.gz");
        assertThat(bills).extracting(ImportRow::period).containsExactly("Oct 2026", "Sep 2026", "Aug 2026", "Jul 2026");
        assertThat(bills.get(2).rows()).isEqualTo("1\u202f582 rows");
        assertThat(bills.get(2).billed()).isEqualTo("$14\u202f610.43");
        assertThat(bills).extracting(row -> row.check().text()).containsOnly("verified");
    }

    @Test
    void telemetryIsListedBehindTheBills() throws Exception {
        Workbench workbench = SampleWorkspace.shared();
        List<ImportRow> all = files(SampleWorkspace.context(), null);
        List<ImportRow> telemetry = all.subList(4, all.size());
        assertThat(telemetry).isNotEmpty().allSatisfy(row -> {
            assertThat(row.what()).isIn("Prometheus JSON", "Telemetry CSV");
            assertThat(row.rows()).endsWith(" samples");
            assertThat(row.billed()).isEmpty();
            assertThat(row.period()).contains("2026");
            assertThat(row.check().text()).endsWith(" series");
            assertThat(row.sha256()).hasSize(64);
            assertThat(detail(row, "Series")).hasSize(1);
        });
        assertThat(telemetry.stream().mapToLong(ImportRow::count).sum())
                .isEqualTo(workbench.telemetry().summary().samples());
    }

    @Test
    void theListCanBeSorted() throws Exception {
        List<ImportRow> rows = files(SampleWorkspace.context(), new Sort("rows", true));
        assertThat(rows).isSortedAccordingTo(Comparator.comparing(ImportRow::count));
        assertThat(files(SampleWorkspace.context(), new Sort("period", false)).getLast().period())
                .isEqualTo("Jul 2026");
    }

    @Test
    void theMachinesThatDoNotMeetTelemetryAreTheRowsBehindTheirCount() throws Exception {
        ImportsModel model = new ImportsModel(SampleWorkspace.context());
        assertThat(model.meetingProperty().get()).isNull();
        model.refresh();
        Coverage.Share share = model.meetingProperty().get().coverage().orElseThrow().machines().getFirst();
        ProvenanceInfo info = MeetingCard.unmatched(share);
        assertThat(share.blind()).isNotEmpty();
        assertThat(info.rows()).isNotNull();
        assertThat(info.rows().source().load(new PageRequest(0, 50, null), Cancellation.never()).rows())
                .hasSameSizeAs(share.blind()).allMatch(row -> row.get(2).startsWith("$"));
        assertThat(info.formula()).contains(MoneyFormat.exact(share.withTelemetry()));
    }

    @Test
    void ofTelemetryTooRejectsAndRepairsAreSaidAndAnOlderFileMakesWay() throws Exception {
        Path first = Files.writeString(folder.resolve("use.csv"), """
                                                                  time,resource_id,metric,value
                                                                  2026-03-01T00:00:00Z,i-1,memory_gib_used,1
                                                                  2026-03-03T00:00:00Z,i-1,memory_gib_used,
                                                                  2026-03-04T00:00:00Z,i-1,memory_gib_used,a lot
                                                                  2026-03-05T00:00:00Z,i-1,memory_gib_used,2
                                                                  """);
        Path again = Files.writeString(folder.resolve("again.csv"), Files.readString(first).replace("a lot", "3"));
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("use.plimsoll"))) {
            ScreenContext context = SampleWorkspace.context(workbench);
            load(context, first);
            ImportRow row = files(context, null).getFirst();
            assertThat(row.check()).isEqualTo(new ImportRow.Check("1 rejected", Tone.WARN));
            assertThat(row.period()).isEqualTo("1\u20135 Mar 2026");
            assertThat(detail(row, "Data points read")).containsExactly("4");
            assertThat(detail(row, "Samples stored")).containsExactly("2");
            assertThat(detail(row, "Repaired")).singleElement().asString().startsWith("1 ");
            Page<List<String>> rejects = new ImportsModel(context).rejects(new PageRequest(0, 10, null),
                    Cancellation.never());
            assertThat(rejects.rows()).singleElement().satisfies(
                    reject -> assertThat(reject).startsWith("use.csv", "4").doesNotContain(""));
            load(context, again);
            assertThat(files(context, null)).extracting(each -> each.check().text()).containsExactly("1 series",
                    "replaced");
            assertThat(new ImportsModel(context).rejects(new PageRequest(0, 10, null), Cancellation.never()).total())
                    .isZero();
        }
    }

    @Test
    void withoutTelemetryNothingMeets() {
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("empty.plimsoll"))) {
            ImportsModel model = new ImportsModel(SampleWorkspace.context(empty));
            model.refresh();
            assertThat(model.meetingProperty().get()).isEqualTo(new ImportsModel.Meeting(Optional.empty()));
        }
    }

    @Test
    void rowsThatCanNotBeReadAreListedAndTheWindowIsToldOfNewData() throws IOException {
        Path file = Files.writeString(folder.resolve("march.csv"),
                """
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
            Path gone = Files.copy(file, folder.resolve("gone.csv"));
            ImportPreview seen = look(context, gone);
            Files.delete(gone);
            new ImportFiles(context).load(seen);
            assertThat(failures).extracting(Failure::code).containsExactly("FILE_MISSING");
            assertThat(context.revisionProperty().get()).isZero();
            load(context, file);
            assertThat(failures).hasSize(1);
            assertThat(context.revisionProperty().get()).isEqualTo(1);
            Page<List<String>> rejects = new ImportsModel(context).rejects(new PageRequest(0, 10, null),
                    Cancellation.never());
            assertThat(rejects.total()).isEqualTo(1);
            assertThat(rejects.rows().getFirst()).startsWith("march.csv", "3");
        }
    }
}
