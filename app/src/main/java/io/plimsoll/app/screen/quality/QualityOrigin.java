package io.plimsoll.app.screen.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.analysis.conformance.Conformance;
import io.plimsoll.analysis.conformance.ConformanceReport;
import io.plimsoll.analysis.conformance.JudgedFile;
import io.plimsoll.analysis.conformance.RuleResult;
import io.plimsoll.analysis.conformance.SampleRow;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Says where a count or a rule's figures come from.
final class QualityOrigin {
    private QualityOrigin() {
    }

    /// A count of rules, with the rules that it counts.
    static ProvenanceInfo tile(ConformanceReport report, String name, long count, Show show) {
        List<List<String>> rules = report.rules().stream().filter(rule -> show.lists(rule.state()))
                .map(rule -> List.of(rule.id(), rule.level().keyword(), QualityText.count(rule, rule.checked()),
                        QualityText.count(rule, rule.failed()), rule.text()))
                .toList();
        List<String> columns = List.of(Messages.text("quality.rule"), Messages.text("quality.level"),
                Messages.text("quality.rows"), Messages.text("quality.failedRows"),
                Messages.text("quality.requirement"));
        return new ProvenanceInfo(Messages.text("quality.tileTitle", name, Formats.count(count)),
                Messages.text("quality.tileFormula", report.model()) + unjudged(report), "",
                new ProvenanceInfo.Rows(columns, List.of(2, 3), (request, cancellation) -> Page.of(rules, request)),
                files(report));
    }

    /// A rule's figures, with its sample rows and the statement that counts.
    static ProvenanceInfo rule(ConformanceReport report, RuleResult rule) {
        List<String> read = QualityText.columns(rule);
        List<String> columns = new ArrayList<>(
                List.of(Messages.text("quality.sampleFile"), Messages.text("quality.sampleLine")));
        columns.addAll(read);
        List<List<String>> rows = rule.samples().stream().map(row -> cells(row, read)).toList();
        String words = rule.reason().isEmpty() ? rule.text() : rule.text() + "\n\n" + rule.reason();
        return new ProvenanceInfo(
                Messages.text("quality.originTitle", rule.id(), Formats.count(rule.failed()),
                        Formats.count(rule.checked())),
                words, Conformance.sql(rule),
                rows.isEmpty()
                        ? null
                        : new ProvenanceInfo.Rows(columns, List.of(1),
                                (request, cancellation) -> Page.of(rows, request)),
                rows.isEmpty()
                        ? files(report)
                        : rule.samples().stream().map(SampleRow::file).distinct().map(Path::of).toList());
    }

    private static List<String> cells(SampleRow row, List<String> read) {
        List<String> cells = new ArrayList<>(List.of(QualityText.file(row), Formats.count(row.line())));
        read.forEach(column -> cells.add(QualityText.value(row, column)));
        return cells;
    }

    private static String unjudged(ConformanceReport report) {
        return report.files().stream().filter(file -> !file.judged())
                .map(file -> "\n\n" + Messages.text("quality.unjudged", file.file(), file.reason()))
                .collect(Collectors.joining());
    }

    private static List<Path> files(ConformanceReport report) {
        return report.files().stream().filter(JudgedFile::judged).map(file -> Path.of(file.file())).toList();
    }
}
