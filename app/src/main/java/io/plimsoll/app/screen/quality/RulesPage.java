package io.plimsoll.app.screen.quality;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.conformance.ConformanceReport;
import io.plimsoll.analysis.conformance.JudgedFile;
import io.plimsoll.analysis.conformance.RuleResult;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.Unanswered;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The counts, the rules, one of them in words, and rows that don't comply with it.
final class RulesPage extends VBox {
    private static final double SIDE = 500;
    private static final double LEAST_SIDE = 270;
    private static final double LEAST_LIST = 620;

    private final ScreenContext context;
    private final QualityModel model;
    private final QualityTiles tiles;
    private final PagedTable<RuleResult> rules;
    private final SampleRows samples;
    private final RuleDetails details;
    private final Card sampleCard;
    private final Sheet sheet;

    RulesPage(ScreenContext context) {
        this.context = context;
        this.model = new QualityModel(context);
        this.tiles = new QualityTiles(context, model);
        this.rules = rules(context);
        this.samples = new SampleRows(context);
        this.details = new RuleDetails(context, model);
        this.sampleCard = new Card(Messages.text("quality.samples"), "", samples).flush();
        setId("quality-by-rule");
        Sheet side = new Sheet();
        side.setStyle("-fx-padding: 0");
        side.add(new Card(Messages.text("quality.chosen"), "", details), 230).fill(sampleCard);
        Card list = new Card(Messages.text("quality.rules"), "", states(), rules).flush().withActions(search());
        this.sheet = new Sheet().add(tiles.row()).fill(Sheet.beside(list, LEAST_LIST, side, LEAST_SIDE, SIDE));
        VBox.setVgrow(sheet, Priority.ALWAYS);
        getChildren().add(sheet);
        rules.selectedProperty().addListener((property, before, now) -> choose(now));
        rules.totalProperty().addListener((property, before, now) -> {
            if (now.longValue() > 0) {
                rules.select(0);
            }
        });
        model.reportProperty().addListener((property, before, now) -> show(now));
        model.showProperty().addListener((property, before, now) -> list());
        model.searchProperty().addListener((property, before, now) -> list());
        context.follow(this, model::refresh);
    }

    private TextField search() {
        TextField search = new TextField();
        search.setId("quality-search");
        search.setPromptText(Messages.text("quality.search"));
        search.setPrefColumnCount(15);
        search.setMinWidth(80);
        model.searchProperty().bind(search.textProperty());
        return search;
    }

    private HBox states() {
        Segments<Show> segments = new Segments<>(List.of(Show.values()), Show::title);
        segments.setId("quality-show");
        model.showProperty().bindBidirectional(segments.valueProperty());
        HBox row = new HBox(segments);
        row.getStyleClass().add("pl-card-row");
        return row;
    }

    private void show(@Nullable ConformanceReport report) {
        if (report != null) {
            tiles.show(report);
            if (report.files().isEmpty()) {
                EmptyState nothing = Unanswered.of(context, Messages.text("quality.noFiles"),
                        Messages.text("quality.noFilesHint"));
                VBox.setVgrow(nothing, Priority.ALWAYS);
                getChildren().setAll(nothing);
                return;
            }
            getChildren().setAll(sheet);
            boolean judged = report.files().stream().anyMatch(JudgedFile::judged);
            rules.setEmptyState(EmptyState.of(Messages.text(judged ? "quality.none" : "quality.noFiles"),
                    Messages.text(judged ? "quality.noneHint" : "quality.noFilesHint")));
            list();
        }
    }

    private void list() {
        List<RuleResult> listed = model.listed();
        rules.show((request, cancellation) -> QualityModel.page(listed, request));
    }

    private void choose(@Nullable RuleResult rule) {
        details.show(rule);
        samples.show(rule);
        sampleCard.setHint(rule == null || rule.samples().isEmpty()
                ? ""
                : Messages.text("quality.samplesHint", rule.samples().size(), Formats.count(rule.failed())));
    }

    private static PagedTable<RuleResult> rules(ScreenContext context) {
        PagedTable<RuleResult> table = new PagedTable<>(context.tasks(), Messages.text("quality.rules"),
                List.of(Column.mono("rule", Messages.text("quality.rule"), 176, RuleResult::id),
                        Column.text("level", Messages.text("quality.level"), 80, rule -> rule.level().keyword()),
                        Column.<RuleResult>node("state", Messages.text("quality.state"), 96,
                                rule -> QualityText.state(rule.state()),
                                rule -> new Pill(QualityText.state(rule.state()), QualityText.tone(rule))),
                        Column.<RuleResult>number("rows", Messages.text("quality.rows"), 64,
                                rule -> QualityText.count(rule, rule.checked())),
                        Column.<RuleResult>number("failed", Messages.text("quality.failedRows"), 64,
                                rule -> QualityText.count(rule, rule.failed())),
                        Column.text("text", Messages.text("quality.requirement"), 200, RuleResult::text)
                                .unsortable()));
        table.view().setId("quality-rules");
        return table;
    }
}
