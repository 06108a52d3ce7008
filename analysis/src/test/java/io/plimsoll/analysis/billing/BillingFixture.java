package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import io.plimsoll.analysis.billing.load.Importer;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workspace.StagedJob;
import io.plimsoll.analysis.workspace.StagingChild;
import io.plimsoll.analysis.workspace.StagingLimits;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

/// An open workspace with the billing service, and small FOCUS files for it.
final class BillingFixture implements AutoCloseable {
    static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,Tags";

    final Path folder;
    final Workspace workspace;
    final Billing billing;

    BillingFixture(Path folder) {
        this.folder = folder;
        this.workspace = Workspace.openOrCreate(folder.resolve("workspace"), Billing.migrations(),
                WorkspaceOptions.of(Child.class.getName()));
        this.billing = new Billing(workspace);
    }

    ImportResult load(Path... paths) {
        return load(ImportRequest.of(paths));
    }

    /// As `importFiles`, but without a child process, which takes a second to start.
    ImportResult load(ImportRequest request) {
        return load(request, Cancellation.never());
    }

    ImportResult load(ImportRequest request, Cancellation cancellation) {
        return load(request, Progress.NONE, cancellation);
    }

    ImportResult load(ImportRequest request, Progress progress, Cancellation cancellation) {
        Path output = workspace.folder().resolve("staging").resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(output);
            try (StagedJob staged = new StagedJob(output, new BillingStager().stage(Importer.job(request), output,
                    new StagingLimits(400_000_000), progress, cancellation))) {
                return new Importer(workspace).load(staged, request.dryRun(), progress, cancellation);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, String... lines) {
        return write(name, String.join("\n", lines) + "\n");
    }

    /// A file with the usual header.
    Path focus(String name, String... rows) {
        return file(name, HEADER + (rows.length == 0 ? "" : "\n" + String.join("\n", rows)));
    }

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A row for `focus`: one charge of March 2026.
    static String row(String cost, String account, String provider, String day) {
        return row(cost, account, provider, "2026-03", day, "Compute", "{}");
    }

    static String row(String cost, String account, String provider, String month, String day, String service,
            String tags) {
        return "%1$s,%1$s,%1$s,%1$s,%2$s,USD,%4$s-01T00:00:00Z,,%5$sT00:00:00Z,,Usage,%3$s,%6$s,\"%7$s\"".formatted(
                cost,
                account, provider, month, day, service, tags.replace("\"", "\"\""));
    }

    List<String> query(String sql) {
        return workspace.database().query(Sql.of(sql), row -> {
            StringBuilder text = new StringBuilder(row.text(1));
            for (int i = 2; i <= row.columns(); i++) {
                text.append('|').append(row.text(i));
            }
            return text.toString();
        });
    }

    /// Everything that an import may change, in one text.
    String state() {
        return String.join("\n", query("SELECT 'charge', count(*), sum(hash(c)) FROM charge c "
                + "UNION ALL SELECT 'cube', count(*), sum(hash(c)) FROM cube_daily c "
                + "UNION ALL SELECT 'tag', count(*), sum(hash(c)) FROM cube_tag c "
                + "UNION ALL SELECT 'import', count(*), sum(hash(c)) FROM billing_import c "
                + "UNION ALL SELECT 'file', count(*), sum(hash(c)) FROM billing_file c "
                + "UNION ALL SELECT 'invoice', count(*), sum(hash(c)) FROM invoice_detail c "
                + "UNION ALL SELECT 'period', count(*), sum(hash(c)) FROM billing_period c "
                + "UNION ALL SELECT 'contract', count(*), sum(hash(c)) FROM contract_commitment c "
                + "UNION ALL SELECT 'rate', count(*), sum(hash(c)) FROM exchange_rate c "
                + "UNION ALL SELECT 'price', count(*), sum(hash(c)) FROM price_list c "
                + "UNION ALL SELECT 'driver', count(*), sum(hash(c)) FROM driver_quantity c "
                + "UNION ALL SELECT 'reject', count(*), sum(hash(c)) FROM billing_reject c "
                + "UNION ALL SELECT 'ledger', count(*), sum(hash(c)) FROM ledger c ORDER BY 1"));
    }

    @Override
    public void close() {
        workspace.close();
    }

    /// The child process of these tests.
    static final class Child {
        public static void main(String[] args) throws IOException {
            System.exit(new StagingChild(List.of(new BillingStager()), System.out).serve(System.in));
        }
    }
}
