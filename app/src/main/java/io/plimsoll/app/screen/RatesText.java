package io.plimsoll.app.screen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.billing.ConvertedCosts;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Says of converted costs what each currency came to, and every rate with its file and line.
final class RatesText {
    private static final int LISTED = 40;

    private RatesText() {
    }

    static String of(ConvertedCosts costs) {
        String to = costs.table().currency();
        if (!costs.isConverted()) {
            return Messages.text("rates.notNeeded", to);
        }
        List<String> lines = new ArrayList<>(List.of(Messages.text("rates.rule", to, ConvertedCosts.MOST_DAYS)));
        for (ConvertedCosts.Part part : costs.parts()) {
            if (!part.currency().equals(to)) {
                lines.add(Messages.text("rates.part", MoneyFormat.exact(new Money(part.cost(), part.currency())),
                        MoneyFormat.exact(new Money(part.converted(), to))));
            }
        }
        costs.rates().stream().limit(LISTED).forEach(rate -> lines.add(Messages.text("rates.rate", rate.from(),
                rate.rate().stripTrailingZeros().toPlainString(), to, DateFormats.day(rate.date()),
                Path.of(rate.file()).getFileName(), rate.line(), rate.days())));
        if (costs.rates().size() > LISTED) {
            lines.add(Messages.text("rates.more", costs.rates().size() - LISTED));
        }
        return String.join("\n", lines);
    }

    /// The files that the rates were read from.
    static List<Path> files(ConvertedCosts costs) {
        return costs.rates().stream().map(rate -> Path.of(rate.file())).distinct().toList();
    }
}
