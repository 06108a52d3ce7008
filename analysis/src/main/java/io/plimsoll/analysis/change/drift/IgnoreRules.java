package io.plimsoll.analysis.change.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.change.DriftOwner;

/// The differences that Argo CD's Applications are told to ignore (`spec.ignoreDifferences`).
final class IgnoreRules {
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /// @param app       the Application's name
    /// @param namespace that it deploys to, empty if it does not say
    /// @param object    group, kind, name and namespace that it is for; an empty one is for any, `*` for all groups or kinds
    private record Rule(String app, String namespace, Target object, List<List<String>> pointers, List<JqPath> paths,
            List<String> managers) {}

    private record Target(String group, String kind, String name, String namespace) {
        boolean is(LiveObject object) {
            return is(group, object.group()) && is(kind, object.kind())
                    && (name.isEmpty() || name.equals(object.name()))
                    && (namespace.isEmpty() || namespace.equals(object.namespace()));
        }

        /// The empty group is the core, but the manifests of many leave it out where they mean any.
        private static boolean is(String wanted, String actual) {
            return wanted.isEmpty() || wanted.equals("*") || wanted.equals(actual);
        }
    }

    /// Reads an Application or an ApplicationSet, whether from Git or from the dump; anything else says nothing.
    void read(JsonNode object) {
        boolean set = object.path("kind").asString("").equals("ApplicationSet");
        if (!set && !object.path("kind").asString("").equals("Application")) {
            return;
        }
        JsonNode spec = set ? object.path("spec").path("template").path("spec") : object.path("spec");
        String app = set ? "" : object.path("metadata").path("name").asString("");
        for (JsonNode each : spec.path("ignoreDifferences")) {
            Rule rule = new Rule(app, spec.path("destination").path("namespace").asString(""),
                    new Target(each.path("group").asString(""), each.path("kind").asString(""),
                            each.path("name").asString(""), each.path("namespace").asString("")),
                    texts(each.path("jsonPointers")).stream().map(IgnoreRules::pointer).toList(),
                    paths(app, each.path("jqPathExpressions")), texts(each.path("managedFieldsManagers")));
            if (!rules.contains(rule)) {
                rules.add(rule);
            }
        }
    }

    private List<JqPath> paths(String app, JsonNode expressions) {
        List<JqPath> paths = new ArrayList<>();
        for (String expression : texts(expressions)) {
            Optional<JqPath> path = JqPath.parse(expression);
            path.ifPresent(paths::add);
            String problem = "The rule " + expression + " of ignoreDifferences" + (app.isEmpty() ? "" : " of " + app)
                    + " is not followed: only simple paths of jq are.";
            if (path.isEmpty() && !problems.contains(problem)) {
                problems.add(problem);
            }
        }
        return paths;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    /// RFC 6901.
    private static List<String> pointer(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.replaceFirst("^/", "").split("/", -1)) {
            parts.add(part.replace("~1", "/").replace("~0", "~"));
        }
        return parts;
    }

    /// The rules that could not be understood, in sentences.
    List<String> problems() {
        return List.copyOf(problems);
    }

    /// Why a difference of this field is none, in a sentence.
    Optional<String> ignores(LiveObject object, LiveField field) {
        return rules.stream().filter(rule -> concerns(rule, object) && rule.object().is(object))
                .filter(rule -> covers(rule, field)).findFirst()
                .map(rule -> "ignoreDifferences" + (rule.app().isEmpty() ? "" : " of Application " + rule.app())
                        + " covers it.");
    }

    private static boolean concerns(Rule rule, LiveObject object) {
        if (rule.app().isEmpty()) {
            return true;
        }
        return object.app().isEmpty() || !object.tracked() && !object.app().equals(rule.app())
                ? rule.namespace().isEmpty() || rule.namespace().equals(object.namespace())
                : object.app().equals(rule.app()) || object.app().endsWith("_" + rule.app());
    }

    private static boolean covers(Rule rule, LiveField field) {
        DriftOwner owner = field.owner();
        return rule.pointers().stream().anyMatch(pointer -> pointer.size() <= field.pointer().size()
                && field.pointer().subList(0, pointer.size()).equals(pointer))
                || rule.paths().stream().anyMatch(path -> path.covers(field))
                || owner != null && rule.managers().contains(owner.manager());
    }
}
