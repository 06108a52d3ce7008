package io.plimsoll.analysis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.CommitWish;
import io.plimsoll.analysis.change.Committed;
import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryScript;
import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.WhatIf;
import io.plimsoll.analysis.rightsizing.WhatIfAnswer;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;

/// The whole loop on the sample case: bill and telemetry in, what moved, what could be smaller, a what-if, the exact diff, a
/// commit on a branch of a clone, a report.
public final class Demo {
    private static final String BRANCH = "finops/demo";
    private static final double GROWTH = 1.15;

    private final Path sample;
    private final Path folder;
    private final Consumer<String> say;

    /// @param sample the folder `sample-data`
    /// @param folder missing or empty; gets `workspace/`, `clone/` and `report.html`
    /// @param say    hears a line for each thing found
    public Demo(Path sample, Path folder, Consumer<String> say) {
        this.sample = sample;
        this.folder = folder;
        this.say = say;
    }

    /// @return the report
    /// @throws StepFailure DEMO_FOLDER, DEMO_DATA, and what the parts of the loop say
    public Path run(Progress progress, Cancellation cancellation) {
        check();
        Path clone = folder.resolve("clone");
        progress.update("Building the clone", -1);
        try (GitRepository repository = GitRepository.create(clone, "main")) {
            repository.commitAll(HistoryScript.read(sample.resolve("gitops").resolve("history.json")));
        }
        nameAuthor(clone);
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            return loop(workbench, clone, progress, cancellation);
        }
    }

    private Path loop(Workbench workbench, Path clone, Progress progress, Cancellation cancellation) {
        workbench.repository().add(clone);
        Imports.Result loaded = workbench.imports().run(List.of(sample.resolve("billing"), sample.resolve("telemetry")),
                null,
                false, progress, cancellation);
        if (loaded.billing() != null) {
            loaded.billing().totals()
                    .forEach((currency, totals) -> say.accept("Bill        " + loaded.billing().loaded()
                            + " charges, billed " + totals.billed().toPlainString() + " " + currency + ", effective "
                            + totals.effective().toPlainString() + " " + currency));
        }
        if (loaded.telemetry() != null) {
            say.accept("Telemetry   " + loaded.telemetry().samples() + " samples of " + loaded.telemetry().series()
                    + " series");
        }
        workbench.workloadMap(cancellation).coverage().machines().forEach(share -> say.accept("Matched     "
                + share.telemetryShare().movePointRight(2) + " % of " + share.total().rounded(2).plain() + " "
                + share.total().currency() + " for machines has telemetry"));
        for (Finding finding : workbench.anomalies().findings(progress, cancellation)) {
            say.accept("Anomaly     " + finding.kind().title() + ", " + finding.key().title() + ", from "
                    + finding.start() + ": "
                    + money(finding.impact()));
        }
        List<WorkloadAdvice> advices = workbench.rightsizing().advise(AdviceQuery.all(), progress, cancellation);
        WorkloadAdvice best = best(advices);
        advices.stream().filter(each -> !each.keeps())
                .forEach(each -> say.accept("Rightsizing " + each.workload().title() + ": "
                        + each.now() + " to " + each.proposed() + saving(each) + ", grade " + each.grade()));
        whatIf(workbench, best, cancellation);
        return commit(workbench, best, progress, cancellation);
    }

    private void whatIf(Workbench workbench, WorkloadAdvice best, Cancellation cancellation) {
        Advice advice = best.advice();
        if (advice == null) {
            return;
        }
        WhatIf sliders = workbench.rightsizing().whatIf(best.workload().key().toString(), cancellation);
        WhatIfInput now = WhatIfInput.of(advice.proposed());
        WhatIfAnswer answer = sliders.answer(new WhatIfInput(now.cpuRequest(), now.cpuLimit(), now.memoryRequest(),
                now.memoryLimit(), now.replicas(), GROWTH));
        say.accept(String.format(Locale.ROOT,
                "What if     %s with 15 %% more load: %.1f %% of the time above its request, %.2f OOM kills a month",
                best.workload().title(), 100 * answer.replay().violationShare(), answer.replay().oomPerMonth()));
    }

    private Path commit(Workbench workbench, WorkloadAdvice best, Progress progress,
            Cancellation cancellation) {
        ChangeDesk desk = workbench.changes();
        Advice advice = best.advice();
        if (advice != null) {
            desk.propose(best.workload(), advice.proposed(), expected(best), cancellation);
        }
        Preview preview = desk.preview(progress, cancellation);
        Optional<Evidence.Saving> kept = desk.saving();
        Money saving = kept.map(Evidence.Saving::perMonth).orElse(null);
        say.accept(preview.unified().stripTrailing());
        Map<String, String> overrides = new LinkedHashMap<>();
        for (GuardResult guard : preview.guards()) {
            if (guard.blocks()) {
                say.accept("Guard       " + guard.rule() + ": " + guard.evidence());
                overrides.put(guard.rule(), best.former() == null
                        ? "Demo: looked at and accepted"
                        : "Back to " + best.former().sentence().replace("The size", "the size"));
            }
        }
        CommitWish wish = new CommitWish(BRANCH, null, overrides,
                kept.orElse(null),
                "Learnt on the first 70 % of the telemetry, replayed on the last 30 %.", true);
        Committed made = desk.commit(wish, progress, cancellation);
        say.accept("Committed   " + made.commitId().substring(0, 10) + " on " + made.branch() + " of "
                + folder.resolve("clone")
                + (saving == null ? "" : ", expected to save " + money(saving) + " a month"));
        Path report = folder.resolve("report.html");
        new CaseReports(workbench).write(report, "Multimodal lake", preview, made, saving, progress, cancellation);
        return report;
    }

    /// The largest saving that may be made and that Git can carry.
    private static WorkloadAdvice best(List<WorkloadAdvice> advices) {
        return advices.stream().filter(each -> each.advice() != null && !each.refused() && !each.keeps()
                && each.workload().hasManifest()).findFirst().orElseThrow(
                        () -> StepFailure.badInput("DEMO_DATA", "The sample case offers nothing to change.",
                                "Get the sample data as they came with Plimsoll."));
    }

    private static String saving(WorkloadAdvice advice) {
        Money saving = advice.monthlySaving();
        return saving == null
                ? ""
                : saving.signum() < 0
                        ? ", costs " + money(saving.negate()) + " more a month"
                        : ", saves " + money(saving) + " a month";
    }

    private static Evidence.@Nullable Saving expected(WorkloadAdvice advice) {
        Money saving = advice.monthlySaving();
        return saving == null ? null : new Evidence.Saving(saving, null, null);
    }

    private static String money(Money money) {
        return money.rounded(2).amount().toPlainString() + " " + money.currency();
    }

    private void check() {
        if (!Files.isRegularFile(sample.resolve("ANSWERS.json"))) {
            throw StepFailure.badInput("DEMO_DATA", "The sample case is not at " + sample + ".",
                    "Start the demo from the checkout or the installed program.");
        }
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> inside = Files.list(folder)) {
                    if (inside.findAny().isPresent()) {
                        throw StepFailure.badInput("DEMO_FOLDER", folder + " is not empty.",
                                "Name another folder: plimsoll demo DIR");
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StepFailure.machine("WRITE_FAILED", "Can't write to " + folder + ".",
                    "Name another folder: plimsoll demo DIR", e);
        }
    }

    /// The demo's clone has an author of its own, so that the loop runs on a machine where Git was never set up.
    private static void nameAuthor(Path clone) {
        try {
            Files.writeString(clone.resolve(".git").resolve("config"),
                    "[user]\n\tname = Demo Architect\n\temail = architect@example.com\n", StandardCharsets.UTF_8,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw StepFailure.machine("WRITE_FAILED", "Can't write to " + clone + ".",
                    "Name another folder: plimsoll demo DIR", e);
        }
    }
}
