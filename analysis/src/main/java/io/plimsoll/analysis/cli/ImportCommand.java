package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.Imports;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostTotals;
import io.plimsoll.analysis.billing.ImportResult;
import io.plimsoll.analysis.billing.ImportedFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.TelemetryImport;

@Command(name = "import", description = "Loads bills and telemetry, files or folders; makes a missing workspace.")
final class ImportCommand implements CliCommand {
    @Parameters(arity = "1..*", paramLabel = "PATH")
    List<Path> paths = List.of();

    @Option(names = "--as", paramLabel = "PROFILE", description = "How to read all files; without it each is recognised.")
    @Nullable
    String profile;

    @Option(names = "--currency", paramLabel = "CODE", description = "The currency of charges that state none, such as USD.")
    @Nullable
    String currency;

    @Option(names = "--zone", paramLabel = "ZONE", description = "The zone of telemetry's times without an offset, such as UTC or Europe/Berlin.")
    @Nullable
    ZoneId zone;

    @Option(names = "--at", paramLabel = "TIME", description = "When telemetry without times was taken, such as 2026-10-01T12:00:00Z.")
    @Nullable
    Instant at;

    @Option(names = "--dry-run", description = "Read, check and count everything, and change nothing.")
    boolean dryRun;

    @Override
    public int run(CliContext context) {
        Imports.Result result = context.workbenchOrNew().imports().run(paths, profile,
                new Imports.Said(currency, zone, at), dryRun,
                context.progress(), Cancellation.never());
        if (context.json()) {
            context.print(json(context, result));
        } else {
            print(context, result);
        }
        return 0;
    }

    private static ObjectNode json(CliContext context, Imports.Result result) {
        ObjectNode document = context.object();
        ImportResult billing = result.billing();
        document.put("read", billing == null ? 0 : billing.read()).put("loaded",
                billing == null ? 0 : billing.loaded());
        ObjectNode excluded = document.putObject("excluded");
        if (billing != null) {
            billing.excluded().forEach(excluded::put);
        }
        document.put("replaced", billing == null ? 0 : billing.replaced()).put("rejected",
                billing == null ? 0 : billing.rejected());
        ObjectNode totals = document.putObject("totals");
        ArrayNode files = document.putArray("files");
        if (billing != null) {
            billing.totals().forEach((currency, sums) -> totals(totals.putObject(currency), sums));
            for (ImportedFile file : billing.files()) {
                ObjectNode entry = files.addObject().put("file", file.file()).put("profile", file.profile())
                        .put("version", file.version()).put("sha256", file.sha256()).put("read", file.read())
                        .put("loaded", file.loaded()).put("rejected", file.rejected());
                ObjectNode left = entry.putObject("excluded");
                file.excluded().forEach(left::put);
                ArrayNode warnings = entry.putArray("warnings");
                file.warnings().forEach(warnings::add);
            }
        }
        ArrayNode warnings = document.putArray("warnings");
        if (billing != null) {
            billing.warnings().forEach(warnings::add);
        }
        telemetry(document, files, result.telemetry());
        ArrayNode notes = document.putArray("warnings");
        if (billing != null) {
            billing.warnings().forEach(notes::add);
        }
        ArrayNode skipped = document.putArray("skipped");
        result.skipped().forEach(path -> skipped.add(path.toString()));
        return document;
    }

    private static void totals(ObjectNode object, CostTotals sums) {
        for (CostMetric metric : CostMetric.values()) {
            object.put(metric.id(), sums.of(metric).toPlainString());
        }
    }

    private static void telemetry(ObjectNode document, ArrayNode files, @Nullable TelemetryImport telemetry) {
        if (telemetry == null) {
            return;
        }
        ObjectNode object = document.putObject("telemetry").put("read", telemetry.read())
                .put("series", telemetry.series())
                .put("samples", telemetry.samples()).put("derived", telemetry.derived())
                .put("replaced", telemetry.replaced())
                .put("rejected", telemetry.rejected());
        ObjectNode repairs = object.putObject("repairs");
        telemetry.repairs().forEach((repair, count) -> repairs.put(repair.name(), count));
        for (TelemetryImport.File file : telemetry.files()) {
            ArrayNode notes = files.addObject().put("file", file.file()).put("profile", file.profile())
                    .put("sha256", file.sha256()).put("loaded", file.read() - file.rejected())
                    .put("rejected", file.rejected()).putArray("warnings");
            file.notes().forEach(notes::add);
        }
    }

    private void print(CliContext context, Imports.Result result) {
        ImportResult billing = result.billing();
        if (billing != null) {
            TextTable table = new TextTable("file", "profile", ">read", ">loaded", ">rejected", "sha256");
            billing.files().forEach(file -> table.row(file.file(), file.profile() + " " + file.version(), file.read(),
                    file.loaded(), file.rejected(), file.sha256().substring(0, 12)));
            table.print(context.out());
            context.print((dryRun ? "Would load " : "Loaded ") + billing.loaded() + " of " + billing.read()
                    + " rows; replaced "
                    + billing.replaced() + ", excluded " + billing.excluded() + ", rejected " + billing.rejected()
                    + ".");
            billing.totals()
                    .forEach((currency,
                            sums) -> context.print("  " + currency + "  billed " + sums.billed().toPlainString()
                                    + "  effective " + sums.effective().toPlainString() + "  list "
                                    + sums.list().toPlainString()
                                    + "  contracted " + sums.contracted().toPlainString()));
            billing.warnings().forEach(context::print);
            billing.files()
                    .forEach(file -> file.warnings().forEach(warning -> context.print(file.file() + ": " + warning)));
        }
        TelemetryImport telemetry = result.telemetry();
        if (telemetry != null) {
            context.print((dryRun ? "Would load " : "Loaded ") + telemetry.samples() + " samples of "
                    + telemetry.series()
                    + " series; replaced " + telemetry.replaced() + ", rejected " + telemetry.rejected() + ", repairs "
                    + telemetry.repairs() + ".");
            telemetry.files().forEach(file -> file.notes().forEach(note -> context.print(file.file() + ": " + note)));
        }
        if (!result.skipped().isEmpty()) {
            context.print("Passed over " + result.skipped().size() + " files that are neither bills nor telemetry.");
        }
    }
}
