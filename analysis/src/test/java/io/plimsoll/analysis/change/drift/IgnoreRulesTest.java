package io.plimsoll.analysis.change.drift;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.UnitGrammar;

import static org.assertj.core.api.Assertions.assertThat;

class IgnoreRulesTest {
    private static final LiveField CPU = new LiveField(
            ManifestPath.parse("spec.template.spec.containers[name=app].resources.requests.cpu"),
            List.of("spec", "template", "spec", "containers", "0", "resources", "requests", "cpu"), "app",
            Field.CPU_REQUEST, "1", UnitGrammar.KUBERNETES, null, new DriftOwner("vpa", "Update", "", null));
    private static final LiveObject WEB = new LiveObject("apps", "Deployment", "shop", "web", "", false, true,
            List.of(CPU));

    @ParameterizedTest
    @ValueSource(strings = {"{\"jsonPointers\":[\"/spec/template/spec/containers/0/resources\"]}",
        "{\"jsonPointers\":[\"/spec/template\"],\"group\":\"apps\",\"kind\":\"Deployment\",\"name\":\"web\"}",
        "{\"jqPathExpressions\":[\".spec.template.spec.containers[].resources.requests.cpu\"]}",
        "{\"jqPathExpressions\":[\".spec.template.spec.containers[0].resources\"]}",
        "{\"jqPathExpressions\":[\".spec[\\\"template\\\"].spec.containers\"]}",
        "{\"jqPathExpressions\":[\".spec.template.spec.containers[] | select(.name==\\\"app\\\").resources\"]}",
        "{\"managedFieldsManagers\":[\"vpa\"],\"group\":\"*\",\"kind\":\"*\"}"})
    void aRuleThatCoversTheFieldIsFollowed(String rule) {
        IgnoreRules rules = rules("shop", rule);
        assertThat(rules.ignores(WEB, CPU)).contains("ignoreDifferences of Application a covers it.");
        assertThat(rules.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"jsonPointers\":[\"/spec/template/spec/containers/1/resources\"]}",
        "{\"jsonPointers\":[\"/spec/temp\"]}", "{\"jsonPointers\":[\"/spec\"],\"kind\":\"StatefulSet\"}",
        "{\"jsonPointers\":[\"/spec\"],\"group\":\"batch\"}", "{\"jsonPointers\":[\"/spec\"],\"name\":\"other\"}",
        "{\"jsonPointers\":[\"/spec\"],\"namespace\":\"other\"}", "{\"managedFieldsManagers\":[\"other\"]}",
        "{\"jqPathExpressions\":[\".spec.template.spec.containers[] | select(.name == \\\"other\\\") | .resources\"]}",
        "{\"jqPathExpressions\":[\".spec.template.spec.containers[].resources.requests.cpu.more\"]}", "{}"})
    void aRuleForSomethingElseIsNot(String rule) {
        assertThat(rules("shop", rule).ignores(WEB, CPU)).isEmpty();
    }

    @Test
    void aRuleHoldsForWhatItsApplicationBrings() {
        String all = "{\"jsonPointers\":[\"/spec\"]}";
        assertThat(rules("elsewhere", all).ignores(WEB, CPU)).isEmpty();
        assertThat(rules("elsewhere", all).ignores(tracked("a"), CPU)).isPresent();
        assertThat(rules("shop", all).ignores(tracked("b"), CPU)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".spec | keys", ".spec.a |= 1", ".spec.containers[] | select(.name | test(\"x\"))",
        "paths(..)", ".a.b, .c", ".[\"a"})
    void whatIsNotUnderstoodIsSaid(String expression) {
        IgnoreRules rules = rules("shop", JsonMapper.shared().createObjectNode().set("jqPathExpressions",
                JsonMapper.shared().createArrayNode().add(expression)).toString());
        assertThat(rules.problems()).containsExactly("The rule " + expression
                + " of ignoreDifferences of a is not followed: only simple paths of jq are.");
    }

    private static LiveObject tracked(String app) {
        return new LiveObject("apps", "Deployment", "shop", "web", app, true, true, List.of(CPU));
    }

    private static IgnoreRules rules(String namespace, String rule) {
        IgnoreRules rules = new IgnoreRules();
        rules.read(JsonMapper.shared().readTree("{\"kind\":\"Application\",\"metadata\":{\"name\":\"a\"},\"spec\":"
                + "{\"destination\":{\"namespace\":\"" + namespace + "\"},\"ignoreDifferences\":[" + rule + "]}}"));
        return rules;
    }
}
