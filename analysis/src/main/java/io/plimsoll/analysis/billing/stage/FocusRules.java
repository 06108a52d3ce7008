package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
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
            Cancellation cancellation) throws IOException {
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
        Delivery delivery = new Delivery(columns, relation(values, content.relation()), lines -> {
            try {
                return relation(values, source.rows(content, lines));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            return new Judge(RuleModel.FOCUS_1_2, engine, delivery).verdict(cancellation);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String relation(String values, String rows) {
        return "(SELECT line, " + values + " FROM " + rows + ")";
    }
}
