package io.plimsoll.analysis.change.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.change.GuardNumber;
import io.plimsoll.analysis.change.GuardSettings;
import io.plimsoll.analysis.change.GuardState;
import io.plimsoll.analysis.change.GuardsFile;
import io.plimsoll.analysis.change.RuleState;
import io.plimsoll.analysis.change.guard.GuardRule;
import io.plimsoll.analysis.change.guard.GuardRules;
import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GuardsReaderTest {
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(GuardsFile.schema());
    private static final SchemaCheck CHECK = new SchemaCheck(SCHEMA);

    private static GuardSettings read(String yaml) {
        return GuardsFile.read(Clones.bytes(yaml));
    }

    private static boolean schemaAccepts(String yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return CHECK.accepts(JsonMapper.shared().valueToTree(document));
    }

    private static Path root() {
        return SampleCase.folder().resolveSibling("docs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet", "null", "version: 1", "stepDownPercent: 70\nminReplicas: 4",
        "stepUpPercent: 300\nmemoryHeadroomPercent: 0", "version: 1\ncaps: {downPercent: 20, cpuDownPercent: 60}",
        "version: 1\nfloors: {minDays: 0, cpuHeadroomPercent: 15}",
        "version: 1\nrules: {qos-class: block, step-cap: warn, known-field: 'off', secrets: block}",
        "version: 1\nquorumKinds: [StatefulSet, \"Kafka\"]",
        "version: 1\nprotected: [{paths: ['a/**'], kind: Job, field: spec, reason: ours}, {field: spec.replicas}]",
        "version: 1\noverrides: [{paths: ['a/**'], caps: {upPercent: 5}}, {namespaces: ['*'], rules: {quorum: off}}]",
        "version: 1\ncaps: {}", "{\"version\": 1, \"caps\": {\"heapPercent\": 75}}"})
    void takesWhatTheSchemaTakes(String yaml) {
        assertThat(read(yaml)).isNotNull();
        assertThat(schemaAccepts(yaml)).as("the schema").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "- a", "steps: 50", "stepDownPercent: 101", "stepDownPercent: -1",
        "stepDownPercent: half", "stepDownPercent: 5.5", "version: 2", "version: '1'", "caps: {downPercent: 20}",
        "version: 1\nstepDownPercent: 20", "version: 1\ncaps: 5", "version: 1\ncaps: {down: 20}", "version: 1\ncaps:",
        "version: 1\ncaps: {heapPercent: 0}", "version: 1\ncaps: {downPercent: '20'}",
        "version: 1\nrules: {step-caps: warn}", "version: 1\nrules: {step-cap: note}",
        "version: 1\nrules: {step-cap: false}", "version: 1\nrules: {secrets: off}", "version: 1\nrules: [step-cap]",
        "version: 1\nquorumKinds: []", "version: 1\nquorumKinds: StatefulSet", "version: 1\nquorumKinds: [1]",
        "version: 1\nprotected: [{reason: x}]", "version: 1\nprotected: [{paths: []}]",
        "version: 1\nprotected: ['a/**']", "version: 1\nprotected: [{paths: ['']}]",
        "version: 1\noverrides: [{caps: {downPercent: 5}}]", "version: 1\noverrides: [{paths: [a], protected: []}]",
        "version: 1\noverrides: [{paths: [a], quorumKinds: [b]}]", "version: 1\noverrides: {}"})
    void refusesWhatTheSchemaRefuses(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo("GUARDS_FILE");
            assertThat(failure.message()).startsWith(GuardsFile.PATH + ", line ");
            assertThat(failure.remedy()).isNotBlank();
        });
        assertThat(schemaAccepts(yaml)).as("the schema").isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "version: 1\\ncaps:\\n  down: 5|line 3: unknown key down|Known here: cpuDownPercent, downPercent",
        "version: 1\\nfloors:\\n  minDays: 2\\n  minDays: 3|line 4: minDays is written twice|Keep one",
        "version: 1\\n\\nstepDownPercent: 5|line 3: stepDownPercent has another name|caps: {downPercent: …}",
        "a: b: c|line 1: this is not YAML|Repair",
        "caps:\\n  downPercent: 5|line 1: unknown key caps in a file without a version|version: 1",
        "version: 1\\noverrides:\\n  - caps: {downPercent: 5}|line 3: an override without|Say where",
        "version: 1\\nrules:\\n  secrets: warn|line 3: secrets can't be warn|always blocks",
        "version: 1\\n---\\nversion: 1|line 2: this is not YAML|Repair"})
    void namesTheLineAndTheRemedy(String yaml, String message, String remedy) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n"))).isInstanceOfSatisfying(StepFailure.class,
                failure -> {
                    assertThat(failure.message()).contains(message);
                    assertThat(failure.remedy()).contains(remedy);
                });
    }

    @Test
    void aMoreSpecialNumberAndALaterLayerCount() {
        GuardSettings settings = read("""
                                      version: 1
                                      caps: {downPercent: 40, cpuDownPercent: 60}
                                      rules: {quorum: block}
                                      overrides:
                                        - paths: ["overlays/prod/**"]
                                          caps: {downPercent: 20}
                                        - namespaces: [shop]
                                          caps: {memoryDownPercent: 5}
                                          rules: {quorum: off}
                                      """);
        GuardSettings anywhere = settings.at("apps/a.yaml", "");
        assertThat(anywhere.number(GuardNumber.CPU_DOWN)).isEqualTo(60);
        assertThat(anywhere.number(GuardNumber.MEMORY_DOWN)).as("the general one").isEqualTo(40);
        assertThat(anywhere.number(GuardNumber.UP)).as("the preset").isEqualTo(100);
        GuardSettings prod = settings.at("overlays/prod/a.yaml", "other");
        assertThat(prod.number(GuardNumber.CPU_DOWN)).as("stricter there, whatever the number's name").isEqualTo(20);
        GuardSettings shop = settings.at("overlays/prod/a.yaml", "shop");
        assertThat(shop.number(GuardNumber.MEMORY_DOWN)).isEqualTo(5);
        assertThat(shop.state("quorum")).contains(RuleState.OFF);
        assertThat(prod.state("quorum")).contains(RuleState.BLOCK);
        assertThat(GuardState.of(settings)).filteredOn(each -> each.guard().rule().equals("step-cap")).singleElement()
                .satisfies(cap -> {
                    assertThat(cap.settings()).contains("caps.cpuDownPercent=60", "caps.memoryDownPercent=40");
                    assertThat(cap.overrides()).containsExactly("overlays/prod/**: caps.downPercent=20",
                            "namespace shop: caps.memoryDownPercent=5");
                });
    }

    @Test
    void theFormerNamesMeanWhatTheyMeant() {
        GuardSettings former = read(
                "stepDownPercent: 70\nstepUpPercent: 5\nmemoryHeadroomPercent: 3\nminReplicas: 4\n");
        assertThat(List.of(GuardNumber.CPU_DOWN, GuardNumber.MEMORY_DOWN, GuardNumber.DOWN)).extracting(former::number)
                .containsOnly(70);
        assertThat(List.of(GuardNumber.UP, GuardNumber.MEMORY_HEADROOM, GuardNumber.MIN_REPLICAS))
                .extracting(former::number).containsExactly(5, 3, 4);
    }

    @Test
    void theSchemaNamesEveryNumberAndEveryRule() {
        for (GuardNumber number : GuardNumber.values()) {
            JsonNode said = SCHEMA.at("/$defs/" + number.group() + "/properties/" + number.key());
            assertThat(List.of(said.get("minimum").asInt(), said.get("maximum").asInt(), said.get("default").asInt()))
                    .as(number.key()).containsExactly(number.least(), number.most(), number.preset());
            assertThat(said.get("description").asString()).isEqualTo(number.explanation());
        }
        for (String group : List.of("caps", "floors")) {
            assertThat(SCHEMA.at("/$defs/" + group + "/properties").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(GuardNumber.of(group).stream().map(GuardNumber::key).toList());
        }
        assertThat(new TreeSet<>(SCHEMA.at("/$defs/rules/properties").propertyNames()))
                .isEqualTo(new TreeSet<>(GuardRules.ALL.stream().map(GuardRule::id).toList()));
    }

    @Test
    void whatIsPublishedIsWhatIsRead() throws IOException {
        assertThat(root().resolve("guards.schema.json")).hasContent(GuardsFile.schema());
        for (Path example : List.of(root().resolve("guards.example.yaml"), SampleCase.folder()
                .resolve("gitops/files/0001-import-the-platform").resolve(GuardsFile.PATH))) {
            String yaml = Files.readString(example);
            assertThat(read(yaml).layers()).hasSizeGreaterThan(1);
            assertThat(schemaAccepts(yaml)).as(example.toString()).isTrue();
        }
        String guide = Files.readString(root().resolve("guards.md"));
        assertThat(GuardRules.ALL).allSatisfy(rule -> assertThat(guide).contains("`" + rule.id() + "`"));
        assertThat(GuardNumber.values()).allSatisfy(number -> assertThat(guide).contains(number.key()));
    }
}
