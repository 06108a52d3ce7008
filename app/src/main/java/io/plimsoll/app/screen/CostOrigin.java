package io.plimsoll.app.screen;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.ConvertedCosts;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.LoadedFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.TablePage;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.text.Formats;

/// Says where a cost comes from: the charges behind it and the files that they were read from.
public final class CostOrigin {
    private static final Pattern MIDNIGHT = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d)[T ]00:00(:00)?(\\.0+)?$");

    private final Billing billing;

    public CostOrigin(Billing billing) {
        this.billing = billing;
    }

    /// As below, of a figure that was asked for with a filter: if that converts currencies, every rate is named.
    public ProvenanceInfo info(String title, String formula, CostQuery query, String sql, Filter filter) {
        ProvenanceInfo plain = info(title, formula, query, sql);
        if (!filter.converted()) {
            return plain;
        }
        ConvertedCosts costs = billing.convertedCosts(query, filter.currency(), Cancellation.never()).orElse(null);
        if (costs == null) {
            return plain;
        }
        List<Path> files = new ArrayList<>(plain.files());
        RatesText.files(costs).stream().filter(file -> !files.contains(file)).forEach(files::add);
        return new ProvenanceInfo(title, formula + "\n\n" + RatesText.of(costs), sql, plain.rows(), files);
    }

    /// Asks the workspace; away from the FX thread.
    ///
    /// @param title   names the figure with its value and period
    /// @param formula how it is computed
    /// @param query   covers the charges behind it
    /// @param sql     as it ran, such as a `CostTable` carries it
    public ProvenanceInfo info(String title, String formula, CostQuery query, String sql) {
        List<Path> files = billing.imports().stream().filter(file -> file.present() > 0).map(LoadedFile::file)
                .distinct().map(Path::of).toList();
        return new ProvenanceInfo(title, formula, sql, charges(query), files);
    }

    /// The charges that a query covers, the largest first: file, line, day, service, resource, description, cost; and the currency
    /// unless the query asks for one.
    public ProvenanceInfo.Rows charges(CostQuery query) {
        List<String> columns = new ArrayList<>(List.of("File", "Line", "ChargePeriodStart", "ServiceName",
                "ResourceId", "ChargeDescription", query.metric().column().focusName()));
        if (!CostQuestion.isInOneCurrency(query)) {
            columns.add("BillingCurrency");
        }
        return new ProvenanceInfo.Rows(List.copyOf(columns), List.of(1, 6),
                (request, cancellation) -> page(query, columns, request));
    }

    private Page<List<String>> page(CostQuery query, List<String> columns, PageRequest request) {
        TablePage page = billing.rows(query, request.offset(), request.limit());
        int[] at = columns.stream().mapToInt(page.columns()::indexOf).toArray();
        List<List<String>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : page.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < at.length; i++) {
                cells.add(i == 0 ? fileName(row.get(at[i])) : text(row.get(at[i])));
            }
            rows.add(cells);
        }
        return new Page<>(rows, billing.rowCount(query));
    }

    private static String fileName(@Nullable Object path) {
        return path == null ? "" : String.valueOf(Path.of(path.toString()).getFileName());
    }

    /// A value as a table shows it: decimals without trailing zeros, times without a midnight, nothing for null.
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
            case Long whole -> Formats.count(whole);
            default -> MIDNIGHT.matcher(value.toString()).replaceFirst("$1");
        };
    }
}
