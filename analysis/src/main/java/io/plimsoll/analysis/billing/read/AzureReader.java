package io.plimsoll.analysis.billing.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cost and usage details of Azure: Enterprise Agreement (EA), Microsoft Customer Agreement (MCA) and pay-as-you-go, as billed or
/// amortised.
///
/// Headers come in PascalCase and camelCase, under the names of several years, and in other languages with the English name in
/// brackets. Dates are ISO 8601 or month/day/year, told apart by their separator; day/month/year does not occur, and a value that
/// is no month/day/year is rejected.
///
/// Source: `docs-mslearn/focus/convert.md` of Microsoft's FinOps toolkit.
public final class AzureReader implements BillingReader {
    /// The profile.
    public static final String ID = "azure";
    private static final Pattern IN_BRACKETS = Pattern.compile(".*\\(([A-Za-z0-9]+)\\)");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean recognises(Header header) {
        Columns columns = new Columns(english(header));
        return columns.find(AzurePlan.COST).isPresent() && columns.find(AzurePlan.DATE).isPresent()
                && columns.find(AzurePlan.SUBSCRIPTION).isPresent() && columns.has("MeterCategory")
                && columns.has("ConsumedService");
    }

    @Override
    public ReadPlan plan(Header header, String file) {
        return new AzurePlan(new Columns(english(header)), file).plan();
    }

    /// `Ressourcengruppe (ResourceGroup)` is `ResourceGroup`.
    private static Header english(Header header) {
        return new Header(header.names().stream().map(name -> bracketed(name).orElse(name)).toList());
    }

    private static Optional<String> bracketed(String name) {
        Matcher matcher = IN_BRACKETS.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
