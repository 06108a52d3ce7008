package io.plimsoll.app.screen.anomalies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Breakdown;
import io.plimsoll.analysis.anomaly.Counterfactual;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Neighbour;
import io.plimsoll.analysis.anomaly.Surroundings;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.Messages;

/// Chooses what a finding's card says of what it is made of, what it would have cost otherwise, and what else moved.
final class Otherwise {
    private static final int MOST_NEIGHBOURS = 5;

    private Otherwise() {
    }

    static List<Breakdown> breakdowns(FindingDetail detail, @Nullable Surroundings known) {
        List<Breakdown> all = new ArrayList<>(detail.account().breakdowns());
        Breakdown driven = known == null ? null : known.breakdown();
        if (driven != null) {
            all.add(driven);
        }
        return all;
    }

    /// At the driver of before where cost follows one; else at the price or the quantity of before, whichever makes the larger difference.
    static String sentence(FindingDetail detail, @Nullable Surroundings known) {
        Counterfactual driver = known == null ? null : known.driver();
        if (driver != null && driver.cost() != null) {
            return driver.sentence();
        }
        return detail.account().counterfactuals().stream()
                .max(Comparator.comparing(Otherwise::size))
                .map(Counterfactual::sentence).orElse("");
    }

    private static BigDecimal size(Counterfactual each) {
        Money difference = each.difference();
        return difference == null ? BigDecimal.ZERO : difference.amount().abs();
    }

    /// `At the time: replicas 3 to 9 (x 3) from 6 Oct 18:00 UTC, queue lag unchanged`, or why nothing can be said.
    static String around(Surroundings known) {
        if (!known.note().isEmpty()) {
            return known.note();
        }
        List<Neighbour> neighbours = known.neighbours();
        String text = String.join(", ", neighbours.stream().limit(MOST_NEIGHBOURS).map(Neighbour::text).toList());
        return neighbours.size() > MOST_NEIGHBOURS
                ? Messages.text("anomalies.around.more", text, neighbours.size() - MOST_NEIGHBOURS)
                : Messages.text("anomalies.around", text);
    }
}
