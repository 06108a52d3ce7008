package io.plimsoll.analysis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TerraformTest {
    private static final String VARS = """
                                       /* pools of
                                          the cluster */
                                       region = "eu-west-1" // fixed
                                       node_pools = {
                                         "default" : { min_size = 1, max_size = 5, machine_type = "n2-standard-4" } # day
                                         big = {
                                           min_size       : 0
                                           disk_size_gb   : 200,
                                           preemptible    : true,
                                           labels         : { "team" : "shop", x : 1 }
                                         }
                                       }
                                       pools = [
                                         { machine_type = "m6i.large" }, # first
                                         { machine_type = "m6i.xlarge", count = 2 },
                                       ]
                                       instance_types = ["m6i.large", "m6a.large"]
                                       volume_size    = var.size
                                       disk_size      = 10 + 20
                                       motd = <<-EOT
                                         min_size = 9
                                         EOT
                                       name = "a ${var.b} \\"c\\""
                                       """;
    private static final String MODULE = """
                                         resource "aws_s3_bucket_lifecycle_configuration" "lake" {
                                           rule {
                                             id = "old"
                                             transition {
                                               days          = 30
                                               storage_class = "STANDARD_IA"
                                             }
                                             transition {
                                               days          = 90
                                               storage_class = "GLACIER"
                                             }
                                           }
                                         }
                                         resource "aws_eks_node_group" "main" {
                                           for_each       = { for k, v in var.groups : k => v }
                                           instance_types = ["m6i.large"]
                                           scaling_config {
                                             min_size = 1
                                             max_size = length(var.zones) > 2 ? 9 : 6
                                           }
                                         }
                                         """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String edited(String text, String path, String value) {
        Edit edit = new Edit(0, ManifestPath.parse(path), null, value);
        return new String(ManifestEditor.apply("f.tfvars", bytes(text), List.of(edit)).content(),
                StandardCharsets.UTF_8);
    }

    static Stream<Arguments> edits() {
        return Stream.of(Arguments.of("node_pools.default.min_size", "2", "min_size = 1", "min_size = 2"),
                Arguments.of("pools[0].machine_type", "m6a.large", "\"m6i.large\" }, #", "\"m6a.large\" }, #"),
                Arguments.of("node_pools.big.min_size", "3", "min_size       : 0", "min_size       : 3"),
                Arguments.of("node_pools.big.preemptible", "false", ": true,", ": false,"),
                Arguments.of("node_pools.big.labels.team", "a \"b\" ${c}", "\"shop\"", "\"a \\\"b\\\" $${c}\""),
                Arguments.of("pools[machine_type=m6i.xlarge].count", "4", "count = 2", "count = 4"),
                Arguments.of("instance_types[1]", "t3.large", "\"m6a.large\"]", "\"t3.large\"]"),
                Arguments.of("region", "7", "\"eu-west-1\"", "\"7\""));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void onlyTheLiteralChanges(String path, String value, String old, String now) {
        for (String text : List.of(VARS, VARS.replace("\n", "\r\n"), "\uFEFF" + VARS, VARS.strip(),
                "# \uD83D\uDE80\n" + VARS)) {
            assertThat(edited(text, path, value)).isEqualTo(text.replace(old, now)).isNotEqualTo(text);
        }
    }

    @Test
    void knobsAreFoundByTheProvidersNames() {
        assertThat(Knobs.find("prod.tfvars", bytes(VARS)).stream().map(knob -> knob.path() + " " + knob.field() + "="
                + knob.value() + " " + knob.unit() + " " + knob.reason().replaceFirst(":.*", ""))).containsExactly(
                        "node_pools.default.min_size min-instances=1 INTEGER ",
                        "node_pools.default.max_size max-instances=5 INTEGER ",
                        "node_pools.default.machine_type instance-type=n2-standard-4 TEXT ",
                        "node_pools.big.min_size min-instances=0 INTEGER ",
                        "node_pools.big.disk_size_gb storage=200 INTEGER ",
                        "node_pools.big.preemptible capacity-type=true TEXT ",
                        "node_pools.big.labels.team cost-tag=shop TEXT ",
                        "pools[0].machine_type instance-type=m6i.large TEXT ",
                        "pools[1].machine_type instance-type=m6i.xlarge TEXT ",
                        "instance_types[0] instance-type=m6i.large TEXT ",
                        "instance_types[1] instance-type=m6a.large TEXT ",
                        "volume_size storage=var.size INTEGER TEMPLATE", "disk_size storage=10 + 20 INTEGER TEMPLATE");
    }

    @Test
    void blocksOfAModuleAreObjectsAndThoseOfOneNameAList() {
        String days = "resource.aws_s3_bucket_lifecycle_configuration.lake.rule.transition[1].days";
        assertThat(Knobs.find("main.tf", bytes(MODULE)).stream().map(knob -> knob.path() + " " + knob.value()
                + " " + knob.reason().replaceFirst(":.*", ""))).contains(days + " 90 ",
                        "resource.aws_eks_node_group.main.instance_types[0] m6i.large ",
                        "resource.aws_eks_node_group.main.scaling_config.min_size 1 ",
                        "resource.aws_eks_node_group.main.scaling_config.max_size length(var.zones) > 2 ? 9 : 6 TEMPLATE");
        Edit edit = ManifestEditor.proposed("main.tf", bytes(MODULE), 0, ManifestPath.parse(days), "180");
        assertThat(new String(ManifestEditor.apply("main.tf", bytes(MODULE), List.of(edit)).content(),
                StandardCharsets.UTF_8)).isEqualTo(MODULE.replace("= 90", "= 180"));
    }

    @Test
    void everyKnobIsSetAloneAndItsLineAndCommentAreTold() {
        for (Knob knob : Knobs.find("prod.tfvars", bytes(VARS))) {
            if (knob.editable()) {
                String value = knob.unit() == UnitGrammar.INTEGER ? "77" : knob.value().equals("true") ? "false" : "x";
                EditedManifest edited = ManifestEditor.apply("prod.tfvars", bytes(VARS),
                        List.of(new Edit(0, knob.path(), knob.value(), value)));
                assertThat(ManifestEditor.value("prod.tfvars", edited.content(), 0, knob.path())).isEqualTo(value);
                assertThat(KnobLine.of(knob, edited.content()).line()).isEqualTo(edited.edits().getFirst().line());
            }
        }
        assertThat(KnobLine.of(Knobs.find("prod.tfvars", bytes(VARS)).getFirst(), bytes(VARS)).line()).isEqualTo(5);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(Arguments.of("TEMPLATE", "volume_size", "1"), Arguments.of("TEMPLATE", "disk_size", "1"),
                Arguments.of("TEMPLATE", "name", "1"), Arguments.of("BLOCK_SCALAR", "motd", "1"),
                Arguments.of("MULTILINE", "region", "a\nb"), Arguments.of("NO_SUCH_PATH", "missing", "1"),
                Arguments.of("NO_SUCH_PATH", "node_pools", "1"), Arguments.of("NO_SUCH_PATH", "pools[7]", "1"),
                Arguments.of("TEMPLATE", "volume_size.x", "1"), Arguments.of("UNIT", "node_pools.big.min_size", "x"),
                Arguments.of("UNIT", "node_pools.big.preemptible", "1"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsNoLiteralIsLeftAlone(String code, String path, String value) {
        assertThatThrownBy(() -> edited(VARS, path, value)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = [1", "a = {b 1}", "a = \"x", "a = <<EOT\nx", "/* x", "}", "a", "a {",
        "a = \"\\q\"", "1 = 2", "a = (1"})
    void brokenHclIsRefused(String text) {
        assertThatThrownBy(() -> edited(text, "a", "1")).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("PARSE"));
    }

    @Test
    void deepNestingAndSizeAreBounded() {
        for (String open : List.of("[", "{a=", "(", "f(\"${")) {
            assertThatThrownBy(() -> edited("a = " + open.repeat(20_000), "a", "1"))
                    .isInstanceOfSatisfying(StepFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo("PARSE"));
        }
        assertThatThrownBy(() -> edited(" ".repeat((1 << 20) + 1), "a", "1")).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("TOO_LARGE"));
    }

    @Test
    void aNameThatIsWrittenTwiceIsRefused() {
        assertThatThrownBy(() -> edited("a = 1\na = 2\n", "a", "3")).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("DUP_KEY"));
    }
}
