package io.plimsoll.analysis.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.ConvertedCosts;

/// Says of converted costs that they are, and by which rates of which files.
final class ConversionText {
    private ConversionText() {
    }

    static List<String> lines(ConvertedCosts costs) {
        String to = costs.table().currency();
        if (!costs.isConverted()) {
            return List.of("Not converted: everything is billed in " + to + ".");
        }
        List<String> lines = new ArrayList<>();
        for (ConvertedCosts.Part part : costs.parts()) {
            if (!part.currency().equals(to)) {
                lines.add("Converted day by day: " + Json.plain(part.cost()) + " " + part.currency() + " are "
                        + Json.plain(part.converted()) + " " + to + ".");
            }
        }
        Map<String, Long> files = new LinkedHashMap<>();
        costs.rates().forEach(rate -> files.merge(rate.file(), 1L, Long::sum));
        files.forEach((file, count) -> lines.add(count + " rates from " + file + ", none older than "
                + ConvertedCosts.MOST_DAYS + " days. Not rounded."));
        return lines;
    }

    static void json(ObjectNode document, ConvertedCosts costs) {
        document.put("converted", costs.isConverted());
        ArrayNode parts = document.putArray("parts");
        costs.parts().forEach(part -> parts.addObject().put("currency", part.currency())
                .put("cost", Json.plain(part.cost())).put("converted", Json.plain(part.converted())));
        ArrayNode rates = document.putArray("rates");
        costs.rates().forEach(rate -> rates.addObject().put("from", rate.from())
                .put("to", costs.table().currency()).put("date", rate.date().toString())
                .put("rate", Json.plain(rate.rate())).put("days", rate.days()).put("file", rate.file())
                .put("line", rate.line()));
    }
}
