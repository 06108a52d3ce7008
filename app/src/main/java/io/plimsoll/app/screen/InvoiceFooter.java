package io.plimsoll.app.screen;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.InvoiceCover;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// The line below a chart or table of costs: what of it invoices confirm, and the residual. One rule for all of them, that of
/// `InvoiceCover`.
public final class InvoiceFooter {
    private static final String ALL = "";

    private InvoiceFooter() {
    }

    /// Asks in the background and hands the line over; a newer question of the same owner and name takes its place.
    ///
    /// @param shown questions that together cover what is shown, no charge twice
    /// @param filter says which currencies are shown; invoices are not converted, each currency has a part of its own
    public static void ask(ScreenContext context, Object owner, String name, List<CostQuery> shown, Filter filter,
            Consumer<String> done) {
        ask(context, owner, name, shown, filter.converted() ? ALL : filter.currency(), done);
    }

    /// As above, for what is shown in a currency of its own.
    public static void ask(ScreenContext context, Object owner, String name, List<CostQuery> shown, String currency,
            Consumer<String> done) {
        context.tasks().latest(List.of(owner, name), Messages.text("invoices.loading"), (progress, cancellation) -> {
            List<InvoiceCover> covers = new ArrayList<>();
            for (CostQuery each : shown) {
                covers.add(context.workbench().billing().invoices().cover(each, cancellation));
            }
            return text(covers, currency);
        }, done);
    }

    static String text(List<InvoiceCover> covers, String currency) {
        Map<String, InvoiceCover.Part> parts = new TreeMap<>();
        covers.stream().flatMap(cover -> cover.parts().stream())
                .filter(part -> currency.equals(ALL) || part.currency().equals(currency))
                .forEach(part -> parts.merge(part.currency(), part, InvoiceCover.Part::plus));
        if (covers.stream().noneMatch(InvoiceCover::invoicesLoaded)) {
            return Messages.text("invoices.none")
                    + parts.values().stream().map(InvoiceFooter::elsewhere).collect(Collectors.joining());
        }
        return parts.isEmpty()
                ? Messages.text("invoices.nothing")
                : parts.values().stream().map(part -> text(part) + elsewhere(part)).collect(Collectors.joining("; "));
    }

    /// Why a month of charges is not the month's bill.
    private static String elsewhere(InvoiceCover.Part part) {
        return part.elsewhere().signum() == 0
                ? ""
                : Messages.text("invoices.elsewhere", amount(part.elsewhere(), part.currency()));
    }

    private static String text(InvoiceCover.Part part) {
        String billed = amount(part.billed(), part.currency());
        String residual = amount(part.residual(), part.currency());
        if (part.residual().signum() == 0) {
            return Messages.text("invoices.all", billed, residual);
        }
        String confirmed = amount(part.confirmed(), part.currency());
        return part.open().signum() == 0
                ? Messages.text("invoices.part", confirmed, billed, residual)
                : Messages.text("invoices.open", confirmed, billed, residual, amount(part.open(), part.currency()));
    }

    /// To the smallest coin; in full where that would turn something into nothing.
    private static String amount(BigDecimal amount, String currency) {
        Money money = new Money(amount, currency);
        return amount.signum() != 0 && money.rounded(2).signum() == 0
                ? money.plain() + " " + currency
                : MoneyFormat.exact(money);
    }
}
