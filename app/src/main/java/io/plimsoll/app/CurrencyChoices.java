package io.plimsoll.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.plimsoll.analysis.billing.ExchangeRate;
import io.plimsoll.app.control.CurrencyChoice;
import io.plimsoll.app.text.Messages;

/// The currencies of a bill, each for itself, and those that the loaded rates turn the others into.
final class CurrencyChoices {
    private CurrencyChoices() {
    }

    /// @param billed those of the charges, the most frequent first
    static List<CurrencyChoice> of(List<String> billed, List<ExchangeRate> rates) {
        List<CurrencyChoice> choices = new ArrayList<>();
        billed.forEach(code -> choices.add(new CurrencyChoice(code, false,
                billed.size() == 1 ? code : Messages.text("filter.billedIn", code))));
        targets(billed, rates).forEach((code, files) -> choices.add(new CurrencyChoice(code, true,
                Messages.text("filter.allInBy", code, named(List.copyOf(files))))));
        return List.copyOf(choices);
    }

    /// What is lacking for a view in one currency; empty for nothing.
    static String hint(List<String> billed, List<ExchangeRate> rates) {
        return billed.size() > 1 && targets(billed, rates).isEmpty()
                ? Messages.text("filter.currencyHint", billed.size())
                : "";
    }

    /// By currency the files with rates into it from one that is billed.
    private static Map<String, Set<String>> targets(List<String> billed, List<ExchangeRate> rates) {
        List<String> codes = billed.stream().map(CurrencyChoices::code).toList();
        Map<String, Set<String>> targets = new TreeMap<>();
        for (ExchangeRate rate : rates) {
            String to = code(rate.to());
            if (codes.contains(code(rate.from())) && !to.equals(code(rate.from()))) {
                targets.computeIfAbsent(to, each -> new LinkedHashSet<>())
                        .add(String.valueOf(Path.of(rate.file()).getFileName()));
            }
        }
        return targets;
    }

    private static String code(String currency) {
        return currency.toUpperCase(Locale.ROOT);
    }

    private static String named(List<String> files) {
        return files.size() == 1
                ? files.getFirst()
                : Messages.text("filter.andMore", files.getFirst(), files.size() - 1);
    }
}
