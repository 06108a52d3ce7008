package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

import io.plimsoll.analysis.billing.cost.Catalog;
import io.plimsoll.analysis.billing.cost.Costs;
import io.plimsoll.analysis.billing.cost.CubeColumns;
import io.plimsoll.analysis.billing.cost.CubeReport;
import io.plimsoll.analysis.billing.cost.ObservabilityCosts;
import io.plimsoll.analysis.billing.driver.Drivers;
import io.plimsoll.analysis.billing.load.CubeChoice;
import io.plimsoll.analysis.billing.load.Importer;
import io.plimsoll.analysis.billing.rate.Conversion;
import io.plimsoll.analysis.billing.read.Datasets;
import io.plimsoll.analysis.billing.stage.InputFiles;
import io.plimsoll.analysis.conformance.Conformance;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.TablePage;
import io.plimsoll.analysis.workspace.SqlConsole;
import io.plimsoll.analysis.workspace.Workspace;

/// The bill in a workspace: its import, and every question about cost. Safe from any thread.
public final class Billing {
    /// In which containers a bill may come, for sentences to the user.
    public static final String FORMATS = InputFiles.FORMATS;

    private final Workspace workspace;
    private final List<LoadWatch> watches;
    private final Costs costs;
    private final Catalog catalog;
    private final Invoices invoices;
    private final Conversion conversion;
    private final SavedQuestions questions;
    private final Prices prices;

    public Billing(Workspace workspace) {
        this(workspace, List.of());
    }

    /// @param watches told of every import of charges
    public Billing(Workspace workspace, List<LoadWatch> watches) {
        this.workspace = workspace;
        this.watches = List.copyOf(watches);
        this.costs = new Costs(workspace.database());
        this.catalog = new Catalog(workspace.database());
        this.invoices = new Invoices(workspace.database());
        this.conversion = new Conversion(workspace.database());
        this.questions = new SavedQuestions(new SqlConsole(workspace), catalog::span);
        this.prices = new Prices(workspace);
    }

    /// This area's tables, and those that an import fills beside them.
    public static List<Migration> migrations() {
        return Stream.concat(
                Stream.of(Migration.resource("billing", 1, Billing.class),
                        Migration.resource("billing", 2, Billing.class),
                        Migration.resource("billing", 3, Billing.class),
                        Migration.resource("billing", 4, Billing.class),
                        Migration.resource("billing", 5, Billing.class)),
                Conformance.migrations().stream()).toList();
    }

    /// Whether a file in a folder may be a bill, or the manifest of a delivery, by its name.
    public static boolean takes(Path folder, Path file) {
        return InputFiles.takes(folder, file);
    }

    /// Loads billing files: all of them, or on any failure nothing. What earlier imports loaded for the same source, billing
    /// account and billing period makes way. A row that can't be read is kept as a reject and does not stop the others.
    ///
    /// @throws StepFailure what `BillingStager` says of a file; UNKNOWN_PROFILE; DELIVERY_OVERLAP if the files, or a file and what is
    ///                     loaded, hold the same charges twice; STAGING_START, STAGING_DIED, DISK_FULL, OUT_OF_MEMORY
    public ImportResult importFiles(ImportRequest request, Progress progress, Cancellation cancellation) {
        return new Importer(workspace, watches).run(request, progress, cancellation);
    }

    /// One table a currency, by the currency's code; none without charges. Answered by the daily cube when it has all the
    /// dimensions, otherwise by the rows: the sums are the same.
    ///
    /// @throws StepFailure UNKNOWN_DIMENSION
    public List<CostTable> costs(CostQuery query, Cancellation cancellation) {
        return costs.tables(query, cancellation);
    }

    /// The same question with every amount in one currency, converted day by day with the loaded rates; empty without charges.
    ///
    /// @param currency its code, as the rates spell it
    /// @throws StepFailure RATE_MISSING if a charge day has no rate in force; UNKNOWN_DIMENSION
    public Optional<ConvertedCosts> convertedCosts(CostQuery query, String currency, Cancellation cancellation) {
        return conversion.costs(query, currency, cancellation);
    }

    /// Every exchange rate that is loaded, by currencies and date.
    public List<ExchangeRate> rates() {
        return conversion.rates();
    }

    /// Loads a table of exchange rates (`date,from,to,rate`), whole or not at all. A rate of the same day and currencies makes way.
    ///
    /// @throws StepFailure what `BillingStager` says of a file; ROW_UNREADABLE, ROW_TWICE
    public ImportResult importRates(List<Path> files, Progress progress, Cancellation cancellation) {
        return importFiles(new ImportRequest(files, Datasets.RATES.profile(), false), progress, cancellation);
    }

    /// Every unit driver that is loaded, by name, scope and day.
    public List<DriverQuantity> drivers() {
        return Drivers.all(workspace.database());
    }

    /// Loads a table of unit drivers (`date,driver,scope,quantity,unit`), whole or not at all. A quantity of the same day, driver and
    /// scope makes way.
    ///
    /// @throws StepFailure what `BillingStager` says of a file; ROW_UNREADABLE, ROW_TWICE
    public ImportResult importDrivers(List<Path> files, Progress progress, Cancellation cancellation) {
        return importFiles(new ImportRequest(files, Datasets.DRIVERS.profile(), false), progress, cancellation);
    }

    /// Daily series for each key and currency over the query's days, or all loaded days. Its grain and `top` don't matter.
    ///
    /// @throws StepFailure UNKNOWN_DIMENSION
    public List<KeyedSeries> daily(CostQuery query, Cancellation cancellation) {
        return costs.daily(query, cancellation);
    }

    /// Cost by the hour at which charges start, of those that are charged by the hour or finer; empty where a bill has only days. Hours
    /// without such a charge are absent. The query's `by`, grain and `top` don't matter.
    ///
    /// @throws StepFailure UNKNOWN_DIMENSION
    public SortedMap<Instant, BigDecimal> hourly(CostQuery query, String currency, Cancellation cancellation) {
        return costs.hourly(query, currency, cancellation);
    }

    /// The charges that a query covers, with file and line, the largest amounts first. Its `by`, grain and `top` don't matter.
    ///
    /// @throws StepFailure UNKNOWN_DIMENSION
    public TablePage rows(CostQuery query, long offset, int limit) {
        return costs.rows(query, offset, limit);
    }

    /// How many charges `rows` has for a query.
    ///
    /// @throws StepFailure UNKNOWN_DIMENSION
    public long rowCount(CostQuery query) {
        return costs.rowCount(query);
    }

    /// The statement that answers `costs`, its values written in: for the user's own console. Columns: `currency`, the dimensions,
    /// `period`, `cost`.
    ///
    /// @throws StepFailure UNKNOWN_DIMENSION
    public String sql(CostQuery query) {
        return costs.sql(query);
    }

    /// The statement that lists the charges of `rows`, all of them, likewise.
    ///
    /// @throws StepFailure UNKNOWN_DIMENSION
    public String rowsSql(CostQuery query) {
        return costs.rowsSql(query);
    }

    /// What issued invoices say of the charges.
    public Invoices invoices() {
        return invoices;
    }

    /// Every dimension that at least one charge has: FOCUS columns, then tags, then providers' own columns.
    public List<Dimension> dimensions() {
        return catalog.dimensions();
    }

    /// A dimension's values, the most frequent first; an empty text if some charges have none.
    ///
    /// @throws StepFailure UNKNOWN_DIMENSION
    public List<String> values(String dimension, int limit) {
        return catalog.values(dimension, limit);
    }

    /// Which dimensions the daily cube has, which it might have, and how far it compacts the charges. Reads all charges.
    public CubeState cube(Cancellation cancellation) {
        return new CubeReport(workspace.database()).state(cancellation);
    }

    /// The dimensions that have a column of the cube by choice, in their order. Reads no charge.
    public List<String> cubeColumns() {
        return workspace.database().query(CubeColumns.CHOSEN, row -> row.text(1));
    }

    /// Gives the cube's columns to these dimensions and fills it again, in one transaction. Imports leave the choice alone. Sums stay
    /// the same to the last digit, as what has no column is answered from the charges.
    ///
    /// @param dimensions `tag:KEY` or a column among the candidates of `cube`; may be empty
    /// @throws StepFailure CUBE_COLUMNS if these are too many, CUBE_COLUMN, UNKNOWN_DIMENSION, REPEATED_DIMENSION
    public void chooseCube(List<String> dimensions, Progress progress, Cancellation cancellation) {
        new CubeChoice(workspace).set(dimensions, progress, cancellation);
    }

    /// Takes the user's choice back: the columns go to the most common tags, and imports fill free ones.
    public void automaticCube(Progress progress, Cancellation cancellation) {
        new CubeChoice(workspace).automatic(progress, cancellation);
    }

    /// The days that are loaded; empty without charges.
    public Optional<BillingSpan> span() {
        return catalog.span();
    }

    /// The questions that come with Plimsoll, and the way to ask one's own with a period.
    public SavedQuestions questions() {
        return questions;
    }

    /// What things cost: the price catalogue that ships, and the user's price lists.
    public Prices prices() {
        return prices;
    }

    /// Savings plans, reservations and spot capacity of the bill.
    public Commitments commitments() {
        return new Commitments(workspace.database());
    }

    public BillingSummary summary() {
        return catalog.summary();
    }

    /// Rows that could not be read, with file, line, reason and the row itself.
    public TablePage rejects(long offset, int limit) {
        return catalog.rejects(offset, limit);
    }

    /// Every file that was ever imported, oldest first, and what of it is still there.
    public List<LoadedFile> imports() {
        return catalog.files();
    }

    /// Every billed resource that has charges in a period, the costliest first.
    public List<ResourceCost> resources(Days days, Cancellation cancellation) {
        return catalog.resources(days, cancellation);
    }

    /// As above, only those that pass a filter.
    public List<ResourceCost> resources(Days days, ResourceFilter filter, Cancellation cancellation) {
        return catalog.resources(days, filter, cancellation);
    }

    /// What every meter of compute, storage and network counted of each resource in a period, by resource and meter.
    public List<MeteredUse> meters(Days days, Cancellation cancellation) {
        return catalog.meters(days, cancellation);
    }

    /// The charges that are for logs, metrics, traces and what watches them, of all charge categories, summed by month and by all that
    /// tells them apart. Which these are, `ObservabilityRules.shipped` says.
    public List<ObservabilityCharge> observability(Days days, Cancellation cancellation) {
        return new ObservabilityCosts(workspace.database(), ObservabilityRules.shipped()).charges(days, cancellation);
    }

    /// The same charges one by one.
    public ObservabilityRows observabilityRows() {
        return new ObservabilityRows(workspace.database());
    }
}
