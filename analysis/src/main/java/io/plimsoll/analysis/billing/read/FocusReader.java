package io.plimsoll.analysis.billing.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.task.StepFailure;

/// FOCUS CostAndUsage 1.0 to 1.3, and 1.4 as far as its columns go.
///
/// Columns may come in any order and case. The version is guessed from the newest column: an export that leaves out every
/// optional column of its version looks older than it is, which changes nothing in how it is read.
public final class FocusReader implements BillingReader {
    /// Without these a row has no amount, no time or no place to be replaced in.
    private static final List<FocusColumn> NEEDED = List.of(FocusColumn.BILLED_COST, FocusColumn.EFFECTIVE_COST,
            FocusColumn.BILLING_CURRENCY, FocusColumn.BILLING_ACCOUNT_ID, FocusColumn.BILLING_PERIOD_START,
            FocusColumn.CHARGE_PERIOD_START, FocusColumn.CHARGE_CATEGORY);
    private static final int SURELY = 8;

    @Override
    public String id() {
        return "focus";
    }

    @Override
    public boolean recognises(Header header) {
        long known = header.names().stream().filter(name -> FocusColumn.find(name).isPresent()).count();
        return known >= SURELY && header.has("ChargePeriodStart")
                && (header.has("BilledCost") || header.has("EffectiveCost"));
    }

    @Override
    public ReadPlan plan(Header header, String file) {
        List<String> missing = NEEDED.stream().map(FocusColumn::focusName).filter(name -> !header.has(name)).toList();
        if (!missing.isEmpty()) {
            throw StepFailure.badInput("MISSING_COLUMN",
                    file + " has no column " + String.join(", ", missing) + ".",
                    "Export again with all mandatory columns of FOCUS 1.0 or newer.");
        }
        header.refuseRepeated(file, name -> FocusColumn.find(name).isPresent());
        return new ReadPlan(id(), version(header), expressions(header), billers(header), extensions(header),
                unknown(header),
                Map.of());
    }

    private static Map<FocusColumn, String> expressions(Header header) {
        Map<FocusColumn, String> expressions = new EnumMap<>(FocusColumn.class);
        for (FocusColumn column : FocusColumn.values()) {
            List<String> found = column.names().stream().flatMap(name -> header.column(name).stream()).toList();
            if (found.size() == 1) {
                expressions.put(column, found.getFirst());
            } else if (found.size() > 1) {
                expressions.put(column, "coalesce(nullif(" + found.get(0) + ", ''), " + found.get(1) + ")");
            }
        }
        return expressions;
    }

    /// The provider before the invoice issuer: on marketplace rows the issuer may be the seller, and in 1.3 the service provider
    /// is.
    private static List<String> billers(Header header) {
        return List.of("ProviderName", "InvoiceIssuerName", "ServiceProviderName").stream()
                .flatMap(name -> header.column(name).stream()).toList();
    }

    private static Map<String, String> extensions(Header header) {
        Map<String, String> extensions = new LinkedHashMap<>();
        for (int i = 0; i < header.names().size(); i++) {
            if (isExtension(header.names().get(i))) {
                extensions.putIfAbsent(header.names().get(i), Header.identifier(i));
            }
        }
        return extensions;
    }

    private static List<String> unknown(Header header) {
        List<String> unknown = new ArrayList<>(header.names());
        unknown.removeIf(name -> isExtension(name) || FocusColumn.find(name).isPresent());
        return unknown;
    }

    private static boolean isExtension(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("x_");
    }

    private static String version(Header header) {
        return header.names().stream().flatMap(name -> FocusColumn.find(name).stream()
                .filter(column -> column.focusName().equalsIgnoreCase(name)).map(FocusColumn::since))
                .max(String::compareTo).orElse("1.0");
    }
}
