package io.plimsoll.analysis.billing.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.read.FocusReader;
import io.plimsoll.analysis.billing.read.Header;
import io.plimsoll.analysis.billing.read.ReadPlan;
import io.plimsoll.analysis.conformance.Verdict;
import io.plimsoll.analysis.conformance.judge.Delivery;
import io.plimsoll.analysis.conformance.judge.Judge;
import io.plimsoll.analysis.conformance.model.RuleModel;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.task.Cancellation;

/// Holds a file in the FOCUS format against its rules while its text is at hand: typing hides how a value was spelled, and a
/// rejected row is gone afterwards.
final class FocusRules {
    private FocusRules() {
    }

    /// Nothing for a file of another format, or without rows.
    static Verdict verdict(Database engine, ReadPlan plan, TextSource source, TextSource.Content content,
            Cancellation cancellation) {
        if (!plan.profile().equals(new FocusReader().id()) || content.rows() == 0) {
            return Verdict.NONE;
        }
        List<String> names = source.header().names();
        List<String> types = source.types();
        List<Delivery.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String own = source.natives().identifier(i).orElse("");
            columns.add(new Delivery.Column(names.get(i), types.isEmpty() ? "" : types.get(i), Header.identifier(i),
                    own));
        }
        String values = columns.stream().map(column -> "nullif(" + column.identifier() + ", '') AS "
                + column.identifier() + (column.own().isEmpty() ? "" : ", " + column.own()))
                .collect(Collectors.joining(", "));
        String relation = "(SELECT line, " + values + " FROM " + content.relation() + ")";
        return new Judge(RuleModel.FOCUS_1_2, engine, new Delivery(columns, relation)).verdict(cancellation);
    }
}
