package io.plimsoll.analysis.conformance.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.conformance.Level;
import io.plimsoll.analysis.conformance.model.Check.Kind;

/// Reads the model's JSON as the FOCUS validator publishes it. Strict: a function that it does not know is an error, so that no
/// rule is left out unnoticed.
final class ModelReader {
    private static final Map<String, Kind> SHAPES = Map.of("TypeString", Kind.TYPE_STRING, "TypeDecimal",
            Kind.TYPE_DECIMAL, "TypeDateTime", Kind.TYPE_TIME, "FormatString", Kind.FORMAT_STRING, "FormatNumeric",
            Kind.FORMAT_NUMERIC, "FormatDateTime", Kind.FORMAT_TIME, "FormatUnit", Kind.FORMAT_UNIT, "FormatKeyValue",
            Kind.FORMAT_KEY_VALUE, "FormatCurrency", Kind.FORMAT_CURRENCY, "CheckNationalCurrency",
            Kind.NATIONAL_CURRENCY);

    private ModelReader() {
    }

    static RuleModel resource(String name) {
        try (InputStream packed = ModelReader.class.getResourceAsStream(name)) {
            if (packed == null) {
                throw new IllegalStateException("No resource " + name);
            }
            try (InputStream in = new GZIPInputStream(packed)) {
                return model(JsonMapper.shared().readTree(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleModel model(JsonNode root) {
        List<Rule> rules = new ArrayList<>();
        Set<String> dynamic = new HashSet<>();
        root.get("ModelRules").properties().forEach(entry -> {
            if (entry.getValue().get("Type").asString().equals("Static")) {
                rules.add(Errata.correct(rule(entry.getKey(), entry.getValue())));
            } else {
                dynamic.add(entry.getKey());
            }
        });
        Map<String, String> criteria = new HashMap<>();
        root.get("ApplicabilityCriteria").properties()
                .forEach(entry -> criteria.put(entry.getKey(), entry.getValue().get("Description").asString()));
        return new RuleModel(root.get("Details").get("FOCUSVersion").asString(), rules, dynamic, criteria);
    }

    private static Rule rule(String id, JsonNode node) {
        JsonNode criteria = node.get("ValidationCriteria");
        return new Rule(id, node.get("Reference").asString(), node.get("Function").asString(),
                criteria.get("MustSatisfy").asString().strip(), Level.of(criteria.get("Keyword").asString()),
                check(criteria.get("Requirement")), condition(criteria.get("Condition")),
                texts(node.get("ApplicabilityCriteria")), texts(criteria.get("Dependencies")), "");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString()));
        return List.copyOf(texts);
    }

    /// Two conditions of model 1.2 are spelled `{"AND": check}` and `{"AND": [checks]}`.
    private static Check condition(JsonNode node) {
        if (node.isEmpty()) {
            return Check.ALWAYS;
        }
        JsonNode all = node.path("AND");
        if (all.isArray()) {
            return new Check.All(checks(all));
        }
        return check(all.isObject() ? all : node);
    }

    private static Check check(JsonNode node) {
        String function = node.get("CheckFunction").asString();
        Kind shape = SHAPES.get(function);
        if (shape != null) {
            return new Check.Shape(column(node), shape);
        }
        return switch (function) {
            case "AND" -> new Check.All(checks(node.get("Items")));
            case "OR" -> new Check.Any(checks(node.get("Items")));
            case "CheckModelRule" -> new Check.Rule(node.get("ModelRuleId").asString());
            case "ColumnPresent" -> new Check.Present(column(node));
            case "CheckValue" -> value(node, true);
            case "CheckNotValue" -> value(node, false);
            case "CheckSameValue" -> new Check.Same(text(node, "ColumnAName"), text(node, "ColumnBName"), true);
            case "CheckNotSameValue" -> new Check.Same(text(node, "ColumnAName"), text(node, "ColumnBName"), false);
            case "CheckDecimalValue" -> new Check.Shape(column(node), Kind.TYPE_DECIMAL);
            case "CheckGreaterOrEqualThanValue" -> new Check.AtLeast(column(node), node.get("Value").decimalValue());
            case "ColumnByColumnEqualsColumnValue" -> new Check.Product(text(node, "ColumnAName"),
                    text(node, "ColumnBName"), text(node, "ResultColumnName"));
            case "CheckDistinctCount" -> new Check.DistinctCount(text(node, "ColumnAName"), text(node, "ColumnBName"),
                    node.get("ExpectedCount").asLong());
            default -> throw new IllegalStateException("The model has an unknown check function: " + function);
        };
    }

    private static List<Check> checks(JsonNode items) {
        List<Check> checks = new ArrayList<>();
        items.forEach(item -> checks.add(check(item)));
        return List.copyOf(checks);
    }

    private static Check value(JsonNode node, boolean equal) {
        JsonNode value = node.get("Value");
        return value.isNumber()
                ? new Check.Number(column(node), value.decimalValue(), equal)
                : new Check.Text(column(node), value.isNull() ? null : value.asString(), equal);
    }

    /// Two conditions of model 1.2 name their column in `CheckCondition`.
    private static String column(JsonNode node) {
        return text(node, node.has("ColumnName") ? "ColumnName" : "CheckCondition");
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }
}
